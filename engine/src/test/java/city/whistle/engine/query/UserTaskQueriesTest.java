package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What user tasks and variables show, and what is particular to their filters. */
class UserTaskQueriesTest extends StoredInstances {

  @Test
  void cutsLongValuesInSearchesOnly() {
    String text = "\"" + "字".repeat(9000) + "\"";
    variable(1, 100, "report", text);
    Map<String, Object> cut =
        database.search(Searchable.VARIABLE, SearchRequest.ALL).items().get(0);
    assertThat((String) cut.get("value")).hasSize(Variables.SHOWN_LENGTH);
    assertThat(cut.get("isTruncated")).isEqualTo(true);
    assertThat(database.get(Searchable.WHOLE_VARIABLE, 1).get("value")).isEqualTo(text);
  }

  private void task(long key, List<String> groups) {
    rows.insert(
        "user_task",
        Map.of(
            "key", key,
            "process_instance_key", 100,
            "element_instance_key", 102,
            "candidate_groups", groups,
            "form_key", 500));
  }

  @Test
  void findsUserTasksByCandidateGroup() {
    task(1, List.of("hotline", "district"));
    task(2, List.of("unit"));
    assertThat(search(Searchable.USER_TASK, "userTaskKey", "{\"candidateGroup\":\"district\"}"))
        .containsExactly("1");
    assertThat(
            search(
                Searchable.USER_TASK,
                "userTaskKey",
                "{\"candidateGroup\":{\"$in\":[\"unit\",\"x\"]}}"))
        .containsExactly("2");
  }

  /** Lists of work: those of one group alone, and those that it shares, are found apart. */
  @Test
  void findsOpenTasksOfGroupsOnceEachAndInOneOrderWhoeverElseMayDoThem() {
    task(1, List.of("unit"));
    task(2, List.of("unit", "lead"));
    task(3, List.of("other"));
    task(4, List.of("lead"));
    task(5, List.of("unit"));
    String wanted =
        "{\"state\":\"CREATED\",\"candidateGroup\":{\"$in\":[\"lead\",\"unit\",\"lead\"]}}";

    assertThat(search(Searchable.USER_TASK, "userTaskKey", wanted))
        .containsExactly("1", "2", "4", "5");
    Found page =
        database.search(
            Searchable.USER_TASK,
            SearchRequest.of(Map.of("filter", Json.parse(wanted), "page", Map.of("limit", 3L))));
    assertThat(shown(page, "userTaskKey")).containsExactly("1", "2", "4");
    assertThat(page.total()).isEqualTo(4);
    Found rest =
        database.search(
            Searchable.USER_TASK,
            SearchRequest.of(
                Map.of("filter", Json.parse(wanted), "page", Map.of("after", page.endCursor()))));
    assertThat(shown(rest, "userTaskKey")).containsExactly("5");
  }

  /** As its client writes it: every operator, those that ask nothing empty. */
  @Test
  void findsTasksOfGroupsApartForCamundasClientToo() {
    String wanted =
        "{\"state\":{\"$eq\":\"CREATED\",\"$in\":[],\"$notIn\":[]},"
            + "\"candidateGroup\":{\"$eq\":null,\"$in\":[\"unit\"],\"$notIn\":[]}}";
    SearchRequest request = SearchRequest.of(Map.of("filter", Json.parse(wanted)));
    task(1, List.of("unit"));
    task(2, List.of("other"));

    assertThat(UserTasks.RESOURCE.parting().of(request.filter())).hasSize(2);
    assertThat(shown(database.search(Searchable.USER_TASK, request), "userTaskKey"))
        .containsExactly("1");
  }

  @Test
  void findsOpenTasksOfMoreGroupsThanAreFoundApart() {
    task(1, List.of("unit29"));
    task(2, List.of("unit1", "unit2"));
    task(3, List.of("unit30"));
    String names =
        IntStream.range(0, 30).mapToObj(n -> "\"unit" + n + "\"").collect(Collectors.joining(","));

    assertThat(
            search(
                Searchable.USER_TASK,
                "userTaskKey",
                "{\"state\":\"CREATED\",\"candidateGroup\":{\"$in\":[" + names + "]}}"))
        .containsExactly("1", "2");
  }

  @Test
  void findsTasksOfAGroupByWhatAVariableOfTheirInstanceSays() {
    task(1, List.of("unit"));
    task(2, List.of("other"));
    String name = "n".repeat(5000);
    variable(1, 100, "case", "{\"title\":\"\\\"code\\\":\\\"8\\\"\",\"code\":\"7\"}");
    variable(2, 100, name, "1");
    String asks =
        "{\"state\":\"CREATED\",\"candidateGroup\":\"unit\",\"processInstanceVariables\":[%s]}";
    String like = "{\"name\":\"case\",\"value\":{\"$like\":\"*\\\"code\\\":\\\"%s\\\"*\"}}";

    assertThat(search(Searchable.USER_TASK, "userTaskKey", asks.formatted(like.formatted("7"))))
        .containsExactly("1");
    assertThat(search(Searchable.USER_TASK, "userTaskKey", asks.formatted(like.formatted("8"))))
        .isEmpty();
    assertThat(
            search(
                Searchable.USER_TASK,
                "userTaskKey",
                asks.formatted("{\"name\":\"" + name + "\",\"value\":\"1\"}")))
        .containsExactly("1");
  }

  @Test
  void countsUpToAThousandWhereEachTaskIsAskedForItsVariables() {
    for (int key = 1; key <= 1001; key++) {
      task(key, List.of("unit"));
    }
    variable(1, 100, "outer", "1");
    String asks = "{\"processInstanceVariables\":[{\"name\":\"outer\",\"value\":\"1\"}]}";
    Found found =
        database.search(Searchable.USER_TASK, SearchRequest.of(Map.of("filter", Json.parse(asks))));

    assertThat(found.toWire().get("page"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("totalItems", 1000L)
        .containsEntry("hasMoreTotalItems", true);
  }

  @Test
  void tellsVariablesOfATaskFromThoseOfItsInstance() {
    task(1, List.of());
    variable(1, 100, "outer", "1");
    variable(2, 102, "inner", "2");
    String outer = "[{\"name\":\"outer\",\"value\":\"1\"}]";
    assertThat(
            search(
                Searchable.USER_TASK,
                "userTaskKey",
                "{\"processInstanceVariables\":" + outer + "}"))
        .containsExactly("1");
    assertThat(search(Searchable.USER_TASK, "userTaskKey", "{\"localVariables\":" + outer + "}"))
        .isEmpty();
  }

  @Test
  void showsAllVariablesThatATaskSeesAndWhichOnesCount() {
    task(1, List.of());
    variable(1, 100, "unit", "\"outer\"");
    variable(2, 102, "unit", "\"inner\"");
    variable(3, 100, "other", "1");
    variable(4, 103, "elsewhere", "1");
    assertThat(shown(database.userTaskVariables(1, SearchRequest.ALL, false), "variableKey"))
        .containsExactly("1", "2", "3");
    assertThat(
            shown(database.userTaskEffectiveVariables(1, SearchRequest.ALL, false), "variableKey"))
        .containsExactly("2", "3");
  }

  @Test
  void givesTheFormOfAUserTask() {
    rows.insert(
        "form",
        Map.of(
            "key", 500,
            "form_id", "report",
            "version", 2,
            "resource_name", "report.form",
            "checksum", "00",
            "schema", "{}",
            "deployment_key", 1,
            "deployed_at", "2026-01-01T00:00:00Z"));
    task(1, List.of());
    assertThat(database.userTaskForm(1).orElseThrow())
        .containsEntry("formKey", "500")
        .containsEntry("formId", "report")
        .containsEntry("schema", "{}");
  }
}
