package city.whistle.engine.query;

import city.whistle.engine.query.Resource.Part;
import io.camunda.client.protocol.rest.UserTaskStateEnum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Tasks for people. */
final class UserTasks {

  private static final Relation T = Relation.of("user_task", "t");
  private static final Relation S = Relation.of("user_task", "s");
  private static final Relation D = Relation.of("process_definition", "d");
  private static final Field<String> CANDIDATE =
      DSL.field(DSL.name("candidate", "value"), SQLDataType.CLOB);

  private static final String GROUP = "candidateGroup";

  /** Said outright, so that the indexes of open tasks serve it. */
  private static final Field<String> OPEN = DSL.inline(UserTaskStateEnum.CREATED.getValue());

  static final Resource RESOURCE =
      new ResourceBuilder(
              "user task",
              T.table().leftJoin(D.table()).on(D.key("key").eq(T.key("process_definition_key"))))
          .key("userTaskKey", T.key("key"))
          .text("name", DSL.coalesce(T.text("name"), T.text("element_id")))
          .word("state", T.text("state"), UserTaskStateEnum.values())
          .text("assignee", T.text("assignee"))
          .show("candidateGroups", Kind.JSON, T.json("candidate_groups"))
          .show("candidateUsers", Kind.JSON, T.json("candidate_users"))
          .date("creationDate", T.givenDate("created_at"))
          .date("completionDate", T.date("ended_at"))
          .date("dueDate", T.date("due_date"))
          .date("followUpDate", T.date("follow_up_date"))
          .integer("priority", T.integer("priority"))
          .text("elementId", T.text("element_id"))
          .reference("elementInstanceKey", T.key("element_instance_key"))
          .reference("processInstanceKey", T.key("process_instance_key"))
          .root(T.key("process_instance_key"))
          .reference("processDefinitionKey", T.key("process_definition_key"))
          .text("processDefinitionId", T.text("bpmn_process_id"))
          .integer("processDefinitionVersion", T.integer("process_version"))
          .text("processName", DSL.coalesce(D.text("name"), D.text("bpmn_process_id")))
          .reference("formKey", T.key("form_key"))
          .text("externalFormReference", T.text("external_form_reference"))
          .show("customHeaders", Kind.JSON, T.json("headers"))
          .show("tags", Kind.JSON, T.json("tags"))
          .tenant()
          .filter("tags", (path, value, all) -> Tags.all(T.text("tags"), path, value))
          .filter(GROUP, (path, value, all) -> candidate("candidate_groups", path, value))
          .filter("candidateUser", (path, value, all) -> candidate("candidate_users", path, value))
          .filterBeside(
              "processInstanceVariables",
              (path, value, all) ->
                  VariableFilters.all(
                      path,
                      value,
                      VariableFilters.ofInstance(T.key("process_instance_key"))
                          .and(VariableFilters.ofScope(T.key("process_instance_key")))))
          .filterBeside(
              "localVariables",
              (path, value, all) ->
                  VariableFilters.all(
                      path,
                      value,
                      VariableFilters.ofInstance(T.key("process_instance_key"))
                          .and(VariableFilters.ofScope(T.key("element_instance_key")))))
          .parted(UserTasks::byGroup)
          .build();

  private UserTasks() {}

  /** Lists of work, which ask for the open tasks of some groups. */
  private static List<Part> byGroup(Map<String, Object> filter) {
    Optional<List<String>> names =
        Optional.ofNullable(filter.get(GROUP))
            .filter(any -> UserTaskStateEnum.CREATED.getValue().equals(filter.get("state")))
            .flatMap(Candidates::named);
    Map<String, Object> rest = new LinkedHashMap<>(filter);
    rest.remove(GROUP);
    return names.stream()
        .flatMap(
            some ->
                Stream.concat(
                    Candidates.alone(T.text("candidate_groups"), some).stream(),
                    Stream.of(shared(some))))
        .map(condition -> new Part(T.text("state").eq(OPEN).and(condition), rest))
        .toList();
  }

  /** They are few, and are found first: PostgreSQL would rather go along all tasks by limit. */
  private static Condition shared(List<String> names) {
    return DSL.condition(
        "{0} = any(array(select s.key from engine.user_task s"
            + " where s.state = 'CREATED' and jsonb_array_length(s.candidate_groups) > 1 and {1}))",
        T.key("key"), Candidates.anyOf(S.text("candidate_groups"), names));
  }

  private static Condition candidate(String column, String path, Object value) {
    return Candidates.named(value)
        .map(names -> Candidates.anyOf(T.text(column), names))
        .orElseGet(() -> anyCandidate(column, path, value));
  }

  private static Condition anyCandidate(String column, String path, Object value) {
    return Several.listMeets(
        Attribute.of(path, Kind.TEXT, CANDIDATE),
        path,
        value,
        which ->
            DSL.exists(
                DSL.selectOne()
                    .from("jsonb_array_elements_text({0}) as candidate(value)", T.text(column))
                    .where(which)));
  }
}
