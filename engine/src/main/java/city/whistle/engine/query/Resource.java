package city.whistle.engine.query;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.TableLike;

/**
 * Something that can be searched: where its rows come from and what the API knows of them.
 *
 * @param name in words, for messages
 * @param base what holds for every row
 * @param key the attribute that identifies a row and decides the order in the last place
 * @param shown what an answer shows, in its order
 * @param sortable by name
 * @param filters by name
 */
record Resource(
    String name,
    TableLike<?> from,
    Condition base,
    Attribute key,
    List<Attribute> shown,
    Map<String, Attribute> sortable,
    Map<String, Filter> filters) {

  /** What one member of a search's filter asks of a row. */
  interface Filter {

    /**
     * @param path names the member in messages
     * @param value never null
     * @param all the members of the filter, this one included
     */
    Condition condition(String path, Object value, Map<String, Object> all);
  }
}
