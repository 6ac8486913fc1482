package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The tags that were given to an instance when it was created. */
final class Tags {

  private Tags() {}

  /**
   * All of the tags are there; an empty list asks for none.
   *
   * @param column of type jsonb, a list of texts
   */
  static Condition all(Field<String> column, String path, Object value) {
    List<?> tags = Filters.list(value, path);
    tags.forEach(tag -> Kind.TEXT.read(tag, path));
    return tags.isEmpty()
        ? DSL.noCondition()
        : DSL.condition("{0} @> cast({1} as jsonb)", column, DSL.val(Json.write(tags)));
  }
}
