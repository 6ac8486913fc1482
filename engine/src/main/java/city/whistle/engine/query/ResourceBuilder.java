package city.whistle.engine.query;

import city.whistle.engine.query.Resource.Filter;
import city.whistle.engine.query.Resource.Parting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** Declares a resource, attribute by attribute. */
final class ResourceBuilder {

  private static final Field<String> TENANT = DSL.inline("<default>");
  private static final Relation INSTANCE = Relation.of("process_instance", "root_of");

  private final String name;
  private final TableLike<?> from;
  private final List<Attribute> shown = new ArrayList<>();
  private final Map<String, Attribute> sortable = new LinkedHashMap<>();
  private final Map<String, Filter> filters = new LinkedHashMap<>();
  private final Set<String> beside = new HashSet<>();
  private Condition base = DSL.noCondition();
  private Parting parting = Parting.NONE;
  private Attribute key;

  ResourceBuilder(String name, TableLike<?> from) {
    this.name = name;
    this.from = from;
  }

  ResourceBuilder where(Condition condition) {
    base = condition;
    return this;
  }

  /** The attribute that identifies a row. */
  ResourceBuilder key(String attribute, Field<?> column) {
    return identifiedBy(Attribute.of(attribute, Kind.KEY, column));
  }

  ResourceBuilder identifiedBy(Attribute attribute) {
    key = attribute;
    return attribute(attribute);
  }

  /** The same for an attribute that answers don't show. */
  ResourceBuilder hiddenKey(Attribute attribute) {
    key = attribute;
    return hidden(attribute);
  }

  ResourceBuilder reference(String attribute, Field<?> column) {
    return attribute(Attribute.of(attribute, Kind.KEY, column));
  }

  ResourceBuilder text(String attribute, Field<?> column) {
    return attribute(Attribute.of(attribute, Kind.TEXT, column));
  }

  ResourceBuilder word(String attribute, Field<?> column, Enum<?>[] words) {
    return attribute(Words.attribute(attribute, column, words));
  }

  ResourceBuilder integer(String attribute, Field<?> column) {
    return attribute(Attribute.of(attribute, Kind.INTEGER, column));
  }

  ResourceBuilder date(String attribute, Field<?> column) {
    return attribute(Attribute.of(attribute, Kind.DATE, column));
  }

  ResourceBuilder flag(String attribute, Field<?> column) {
    return attribute(Attribute.of(attribute, Kind.BOOLEAN, column));
  }

  /** There is one tenant, whom the API wants named. */
  ResourceBuilder tenant() {
    return text("tenantId", TENANT);
  }

  /** An attribute that this engine never has a value for. */
  ResourceBuilder never(String attribute, Kind kind) {
    return attribute(Attribute.of(attribute, kind, DSL.castNull(kind.dataType())));
  }

  /** The same, which answers don't show. */
  ResourceBuilder neverShown(String attribute, Kind kind) {
    return hidden(Attribute.of(attribute, kind, DSL.castNull(kind.dataType())));
  }

  /**
   * Shows the outermost caller of the instance that a row belongs to, as Camunda does since 8.9.
   *
   * @param processInstanceKey may be null in a row
   */
  ResourceBuilder root(Field<Long> processInstanceKey) {
    return show(
        "rootProcessInstanceKey",
        Kind.KEY,
        DSL.field(
            DSL.select(INSTANCE.key("root_process_instance_key"))
                .from(INSTANCE.table())
                .where(INSTANCE.key("key").eq(processInstanceKey))));
  }

  /** Shown, sorted by and filtered by. */
  ResourceBuilder attribute(Attribute attribute) {
    shown.add(attribute);
    return hidden(attribute);
  }

  /** Sorted by and filtered by, but not shown. */
  ResourceBuilder hidden(Attribute attribute) {
    sortable.put(attribute.name(), attribute);
    return filter(
        attribute.name(), (path, value, all) -> Operators.condition(attribute, path, value));
  }

  /** Only shown. */
  ResourceBuilder show(String attribute, Kind kind, Field<?> column) {
    shown.add(Attribute.of(attribute, kind, column));
    return this;
  }

  ResourceBuilder show(String attribute, Kind kind, Field<?> column, UnaryOperator<Object> toWire) {
    shown.add(Attribute.of(attribute, kind, column).shownBy(toWire));
    return this;
  }

  /** Only filtered by. */
  ResourceBuilder filter(String member, Filter filter) {
    filters.put(member, filter);
    return this;
  }

  /** Only filtered by, and by what other tables say of each row. */
  ResourceBuilder filterBeside(String member, Filter filter) {
    beside.add(member);
    return filter(member, filter);
  }

  ResourceBuilder parted(Parting how) {
    parting = how;
    return this;
  }

  Resource build() {
    return new Resource(
        name,
        from,
        base,
        key,
        List.copyOf(shown),
        Map.copyOf(sortable),
        Map.copyOf(filters),
        Set.copyOf(beside),
        parting);
  }
}
