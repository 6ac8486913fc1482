package city.whistle.engine.query;

import io.camunda.client.protocol.rest.ElementInstanceStateEnum;
import io.camunda.client.protocol.rest.ProcessInstanceStateEnum;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** Instances of processes, started or called. */
final class ProcessInstances {

  private static final Relation P = Relation.of("process_instance", "p");
  private static final Relation D = Relation.of("process_definition", "d");
  private static final Relation E = Relation.of("element_instance", "e");
  private static final Relation I = Relation.of("incident", "i");
  private static final Relation J = Relation.of("job", "j");

  private static final TableLike<?> FROM =
      P.table().leftJoin(D.table()).on(D.key("key").eq(P.key("process_definition_key")));

  private static final List<String> ELEMENT_FILTERS =
      List.of("elementId", "elementInstanceState", "hasElementInstanceIncident");

  private static final Attribute ELEMENT_ID =
      Attribute.of("elementId", Kind.TEXT, E.text("element_id"));
  private static final Attribute ELEMENT_STATE =
      Words.attribute(
          "elementInstanceState", ElementInstances.state(E), ElementInstanceStateEnum.values());
  private static final Attribute ELEMENT_INCIDENT =
      Attribute.of(
          "hasElementInstanceIncident",
          Kind.BOOLEAN,
          DSL.field(ActiveIncidents.ofElement(E.key("key"))));
  private static final Attribute ERROR_MESSAGE =
      Attribute.of("errorMessage", Kind.TEXT, I.text("error_message"));

  /** Java's hash of the message, by which Camunda's Operate tells long messages apart. */
  private static final Attribute ERROR_HASH =
      Attribute.of("incidentErrorHashCode", Kind.INTEGER, I.integer("error_hash"));

  static final Resource RESOURCE = declare("process instance", FROM).build();

  private ProcessInstances() {}

  private static ResourceBuilder declare(String name, TableLike<?> from) {
    ResourceBuilder builder =
        new ResourceBuilder(name, from)
            .key("processInstanceKey", P.key("key"))
            .text("processDefinitionId", D.text("bpmn_process_id"))
            .text("processDefinitionName", DSL.coalesce(D.text("name"), D.text("bpmn_process_id")))
            .integer("processDefinitionVersion", P.integer("version"))
            .text("processDefinitionVersionTag", D.text("version_tag"))
            .reference("processDefinitionKey", P.key("process_definition_key"))
            .reference("parentProcessInstanceKey", P.key("parent_process_instance_key"))
            .reference("parentElementInstanceKey", P.key("parent_element_instance_key"))
            .date("startDate", P.givenDate("started_at"))
            .date("endDate", P.date("ended_at"))
            .word("state", P.text("state"), ProcessInstanceStateEnum.values())
            .flag("hasIncident", DSL.field(ActiveIncidents.ofInstance(P.key("key"))))
            .tenant()
            .show("rootProcessInstanceKey", Kind.KEY, P.key("root_process_instance_key"))
            .show("tags", Kind.JSON, P.json("tags"))
            .never("businessId", Kind.TEXT);
    return addFilters(builder);
  }

  private static ResourceBuilder addFilters(ResourceBuilder builder) {
    ELEMENT_FILTERS.forEach(
        member ->
            builder.filterBeside(
                member,
                (path, value, all) -> isFirst(member, all) ? element(all) : DSL.noCondition()));
    return builder
        .neverShown("batchOperationId", Kind.TEXT)
        .neverShown("batchOperationKey", Kind.TEXT)
        .filter("hasIncident", (path, value, all) -> hasIncident(path, value))
        .filter("tags", (path, value, all) -> Tags.all(P.text("tags"), path, value))
        .filter("errorMessage", (path, value, all) -> message(path, value, all))
        .filter(
            "incidentErrorHashCode",
            (path, value, all) ->
                Several.oneMeetsAll(ERROR_HASH, path, value, ProcessInstances::anyIncident))
        .filter("hasRetriesLeft", (path, value, all) -> retriesLeft(path, value))
        .filterBeside(
            "variables",
            (path, value, all) ->
                VariableFilters.all(path, value, VariableFilters.ofInstance(P.key("key"))))
        .filter("$or", (path, value, all) -> either(path, value));
  }

  /** Said outright where it is wanted, so that the few are found by their keys. */
  private static Condition hasIncident(String path, Object value) {
    Condition affected = ActiveIncidents.ofInstance(P.key("key"));
    return Boolean.TRUE.equals(value)
        ? affected
        : Operators.condition(Attribute.of(path, Kind.BOOLEAN, DSL.field(affected)), path, value);
  }

  private static Condition either(String path, Object filters) {
    return Filters.any(RESOURCE.filters(), path, filters);
  }

  /** What is asked of elements is one condition, said where the first of it stands. */
  private static boolean isFirst(String member, Map<String, Object> all) {
    return ELEMENT_FILTERS.stream()
        .filter(other -> all.get(other) != null)
        .findFirst()
        .filter(member::equals)
        .isPresent();
  }

  /** One and the same element instance meets all that is asked of elements. */
  private static Condition element(Map<String, Object> all) {
    return DSL.exists(
        DSL.selectOne()
            .from(E.table())
            .where(E.key("process_instance_key").eq(P.key("key")))
            .and(ElementInstances.isShown(E))
            .and(member(ELEMENT_ID, all))
            .and(elementState(all))
            .and(member(ELEMENT_INCIDENT, all)));
  }

  /** Those under way are asked for as they are stored: PostgreSQL then knows how many there are. */
  private static Condition elementState(Map<String, Object> all) {
    return ElementInstanceStateEnum.ACTIVE.getValue().equals(all.get(ELEMENT_STATE.name()))
        ? ElementInstances.isOpen(E)
        : member(ELEMENT_STATE, all);
  }

  private static Condition member(Attribute attribute, Map<String, Object> all) {
    return Operators.condition(attribute, attribute.name(), all.get(attribute.name()));
  }

  /** One and the same active incident meets all that is asked of incidents. */
  private static Condition message(String path, Object value, Map<String, Object> all) {
    return Several.oneMeetsAll(
        ERROR_MESSAGE, path, value, which -> anyIncident(which.and(member(ERROR_HASH, all))));
  }

  private static Condition anyIncident(Condition which) {
    return DSL.exists(
        DSL.selectOne()
            .from(I.table())
            .where(I.key("process_instance_key").eq(P.key("key")))
            .and(I.text("state").eq("ACTIVE"))
            .and(which));
  }

  private static Condition retriesLeft(String path, Object value) {
    Field<Boolean> retried =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(J.table())
                    .where(J.key("process_instance_key").eq(P.key("key")))
                    .and(J.text("state").eq("FAILED"))
                    .and(J.integer("retries").gt(0))));
    return Operators.condition(Attribute.of(path, Kind.BOOLEAN, retried), path, value);
  }
}
