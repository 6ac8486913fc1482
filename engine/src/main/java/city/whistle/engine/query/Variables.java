package city.whistle.engine.query;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Variables in their scopes, as the text of their JSON. */
final class Variables {

  /** Camunda's: how many characters of a value a search shows. */
  static final int SHOWN_LENGTH = 8191;

  private static final Relation V = Relation.of("variable", "v");
  private static final Field<String> VALUE = V.text("value");
  private static final Field<Boolean> IS_TRUNCATED = DSL.field(DSL.length(VALUE).gt(SHOWN_LENGTH));

  static final Resource TRUNCATED =
      declare()
          .show("value", Kind.TEXT, DSL.left(VALUE, SHOWN_LENGTH))
          .show("isTruncated", Kind.BOOLEAN, IS_TRUNCATED)
          .build();

  static final Resource FULL =
      declare()
          .show("value", Kind.TEXT, VALUE)
          .show("isTruncated", Kind.BOOLEAN, DSL.inline(false))
          .build();

  /**
   * The scopes from an element instance outwards, the process last.
   *
   * <p>The template's argument is the key of the element instance.
   */
  private static final String SCOPES =
      """
      with recursive scopes(key, depth) as (
        select e.key, 0 from engine.element_instance e where e.key = {0}
        union all
        select outer_scope.key, scopes.depth + 1
        from scopes
        join engine.element_instance inner_scope on inner_scope.key = scopes.key
        join engine.element_instance outer_scope on outer_scope.key = inner_scope.scope_key)
      """;

  private Variables() {}

  private static ResourceBuilder declare() {
    return new ResourceBuilder("variable", V.table())
        .key("variableKey", V.key("key"))
        .text("name", V.text("name"))
        .reference("scopeKey", V.key("scope_key"))
        .reference("processInstanceKey", V.key("process_instance_key"))
        .root(V.key("process_instance_key"))
        .tenant()
        .hidden(Attribute.of("value", Kind.TEXT, VALUE))
        .hidden(Attribute.of("isTruncated", Kind.BOOLEAN, IS_TRUNCATED));
  }

  /** Variables of the element instance and of every scope around it. */
  static Condition visibleFrom(long elementInstanceKey, long processInstanceKey) {
    return V.key("process_instance_key")
        .eq(processInstanceKey)
        .and(
            DSL.condition(
                "v.scope_key in (" + SCOPES + "select key from scopes)",
                DSL.val(elementInstanceKey)));
  }

  /** Of the visible variables of one name only the innermost. */
  static Condition effectiveAt(long elementInstanceKey, long processInstanceKey) {
    return V.key("process_instance_key")
        .eq(processInstanceKey)
        .and(
            DSL.condition(
                "v.key in ("
                    + SCOPES
                    + "select distinct on (w.name) w.key from engine.variable w"
                    + " join scopes on w.scope_key = scopes.key"
                    + " where w.process_instance_key = {1} order by w.name, scopes.depth)",
                DSL.val(elementInstanceKey),
                DSL.val(processInstanceKey)));
  }
}
