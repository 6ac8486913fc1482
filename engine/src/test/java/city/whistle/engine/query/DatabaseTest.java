package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each resource shows, and what is particular to its filters. */
class DatabaseTest extends StoredInstances {

  @Test
  void showsAProcessInstanceAsTheApiHasIt() {
    assertThat(Json.write(database.get(Searchable.PROCESS_INSTANCE, 200)))
        .isEqualTo(
            "{\"processInstanceKey\":\"200\",\"processDefinitionId\":\"case\","
                + "\"processDefinitionName\":\"Case\",\"processDefinitionVersion\":1,"
                + "\"processDefinitionVersionTag\":\"v\",\"processDefinitionKey\":\"10\","
                + "\"parentProcessInstanceKey\":\"100\",\"parentElementInstanceKey\":\"103\","
                + "\"startDate\":\"2026-01-01T00:00:00Z\",\"endDate\":null,\"state\":\"ACTIVE\","
                + "\"hasIncident\":false,\"tenantId\":\"<default>\",\"rootProcessInstanceKey\":\"100\",\"tags\":[],"
                + "\"businessId\":null}");
  }

  @Test
  void refusesAKeyThatIsNotThere() {
    assertThatThrownBy(() -> database.get(Searchable.PROCESS_INSTANCE, 9))
        .isInstanceOf(Rejection.class)
        .hasMessage("There is no process instance with the key '9'.");
  }

  @Test
  void findsInstancesThatHaveAllTags() {
    assertThat(instances("{\"tags\":[\"city\",\"water\"]}")).containsExactly("100");
    assertThat(instances("{\"tags\":[\"city\"]}")).containsExactly("100", "300");
    assertThat(instances("{\"tags\":[]}")).hasSize(3);
  }

  @Test
  void findsInstancesThatHaveAllVariables() {
    variable(1, 100, "district", "\"西城\"");
    variable(2, 102, "units", "6");
    assertThat(
            instances(
                "{\"variables\":[{\"name\":\"district\",\"value\":\"\\\"西城\\\"\"},"
                    + "{\"name\":\"units\",\"value\":{\"$eq\":\"6\"}}]}"))
        .containsExactly("100");
    assertThat(instances("{\"variables\":[{\"name\":\"units\",\"value\":\"7\"}]}")).isEmpty();
  }

  @Test
  void findsInstancesThatMeetOneOfSeveralFilters() {
    assertThat(
            instances(
                "{\"$or\":[{\"state\":\"COMPLETED\"},{\"parentProcessInstanceKey\":\"100\"}]}"))
        .containsExactly("200", "300");
    assertThat(instances("{\"$or\":[]}")).hasSize(3);
  }

  @Test
  void asksAllOfOneElementThatIsAskedOfElements() {
    incident(1, 100, 103, "ACTIVE");
    assertThat(
            instances(
                "{\"elementId\":\"ask\",\"elementInstanceState\":\"ACTIVE\","
                    + "\"hasElementInstanceIncident\":true}"))
        .isEmpty();
    assertThat(instances("{\"elementId\":\"call\",\"hasElementInstanceIncident\":true}"))
        .containsExactly("100");
  }

  @Test
  void findsInstancesByTheMessageOfAnActiveIncident() {
    incident(1, 200, 202, "ACTIVE");
    incident(2, 300, 302, "RESOLVED");
    assertThat(instances("{\"errorMessage\":{\"$like\":\"*pump\"}}")).containsExactly("200");
  }

  @Test
  void findsInstancesWithAFailedJobThatHasRetriesLeft() {
    rows.insert(
        "job",
        Map.of(
            "key", 1, "state", "FAILED", "process_instance_key", 200, "element_instance_key", 202));
    assertThat(instances("{\"hasRetriesLeft\":true}")).containsExactly("200");
  }

  @Test
  void showsAnIncidentUpToTheOutermostCaller() {
    incident(1, 200, 202, "ACTIVE");
    assertThat(instances("{\"hasIncident\":true}")).containsExactly("100", "200");
    assertThat(elements("{\"hasIncident\":true}")).containsExactly("103", "202");
    assertThat(elements("{\"incidentKey\":\"1\"}")).containsExactly("202");
  }

  @Test
  void showsNoIncidentOnceItIsResolved() {
    incident(1, 200, 202, "RESOLVED");
    assertThat(instances("{\"hasIncident\":true}")).isEmpty();
  }

  @Test
  void findsIncidentsOfCalledInstancesToo() {
    incident(1, 200, 202, "ACTIVE");
    assertThat(shown(database.instanceIncidents(100, SearchRequest.ALL), "incidentKey"))
        .containsExactly("1");
  }

  @Test
  void neverShowsTheProcessAmongElements() {
    assertThat(elements("{\"processInstanceKey\":\"100\"}")).containsExactly("102", "103");
  }

  @Test
  void knowsOneStateOfElementsBeforeTheirEnd() {
    assertThat(search(Searchable.ELEMENT_INSTANCE, "state", "{\"elementInstanceKey\":\"102\"}"))
        .containsExactly("ACTIVE");
  }

  @Test
  void findsTheDirectChildrenOfAScope() {
    element(104, 100, Map.of("scope_key", 103));
    assertThat(elements("{\"elementInstanceScopeKey\":\"100\"}")).containsExactly("102", "103");
    assertThat(elements("{\"elementInstanceScopeKey\":\"103\"}")).containsExactly("104");
  }

  @Test
  void findsTheLatestVersions() {
    assertThat(
            search(
                Searchable.PROCESS_DEFINITION,
                "processDefinitionKey",
                "{\"isLatestVersion\":true}"))
        .containsExactly("11");
  }

  @Test
  void leavesStartEventsOutOfMessageSubscriptions() {
    Map<String, Object> start = Map.of("key", 1, "message_name", "m", "process_definition_key", 10);
    rows.insert("message_subscription", start)
        .insert(
            "message_subscription",
            Map.of(
                "key", 2,
                "message_name", "m",
                "process_instance_key", 100,
                "element_instance_key", 102));
    assertThat(search(Searchable.MESSAGE_SUBSCRIPTION, "messageSubscriptionKey", "{}"))
        .containsExactly("2");
  }

  @Test
  void showsADecisionInstanceInDetail() {
    rows.insert(
        "decision_instance",
        Map.ofEntries(
            Map.entry("key", 1),
            Map.entry("evaluation_key", 7),
            Map.entry("index", 2),
            Map.entry("type", "DECISION_TABLE"),
            Map.entry("decision_id", "route"),
            Map.entry("decision_definition_key", 20),
            Map.entry("root_decision_definition_key", 20),
            Map.entry("requirements_key", 21),
            Map.entry("result", "\"unit\""),
            Map.entry("inputs", "[{\"id\":\"i\",\"name\":\"Street\",\"value\":\"x\"}]"),
            Map.entry(
                "matched_rules",
                "[{\"id\":\"r\",\"index\":1,"
                    + "\"outputs\":[{\"id\":\"o\",\"name\":\"Unit\",\"value\":6}]}]")));
    Map<String, Object> decision = database.decisionInstance("7-2");
    assertThat(decision).containsEntry("state", "EVALUATED").containsEntry("result", "\"unit\"");
    assertThat(Json.write(decision.get("evaluatedInputs")))
        .isEqualTo("[{\"inputId\":\"i\",\"inputName\":\"Street\",\"inputValue\":\"\\\"x\\\"\"}]");
    assertThat(Json.write(decision.get("matchedRules")))
        .isEqualTo(
            "[{\"ruleId\":\"r\",\"ruleIndex\":1,\"evaluatedOutputs\":"
                + "[{\"outputId\":\"o\",\"outputName\":\"Unit\",\"outputValue\":\"6\","
                + "\"ruleId\":\"r\",\"ruleIndex\":1}]}]");
  }

  @Test
  void countsElementsByTheirState() {
    incident(1, 100, 103, "ACTIVE");
    element(105, 100, Map.of("element_id", "ask", "state", "COMPLETED"));
    assertThat(Json.write(database.instanceStatistics(100)))
        .isEqualTo(
            "[{\"elementId\":\"ask\",\"active\":1,\"canceled\":0,\"incidents\":0,\"completed\":1},"
                + "{\"elementId\":\"call\",\"active\":0,\"canceled\":0,\"incidents\":1,"
                + "\"completed\":0}]");
  }

  @Test
  void countsElementsOfTheInstancesThatAFilterAsksFor() {
    assertThat(
            database.definitionStatistics(
                10, request("{\"filter\":{\"processInstanceKey\":\"200\"}}").filter()))
        .hasSize(1);
  }

  @Test
  void showsEachTakenFlowOnce() {
    for (int key = 1; key <= 2; key++) {
      rows.insert(
          "sequence_flow", Map.of("key", key, "process_instance_key", 100, "flow_id", "again"));
    }
    assertThat(database.sequenceFlows(100))
        .singleElement()
        .satisfies(flow -> assertThat(flow).containsEntry("sequenceFlowId", "100_again"));
  }

  @Test
  void showsTheCallersFromTheOutermostDown() {
    assertThat(database.callHierarchy(200))
        .extracting(caller -> caller.get("processInstanceKey"))
        .containsExactly("100", "200");
  }

  @Test
  void runsTheSearchOfEveryResource() {
    for (Searchable what : Searchable.values()) {
      for (String attribute : what.resource().sortable().keySet()) {
        String json =
            "{\"sort\":[{\"field\":\""
                + attribute
                + "\"}],\"filter\":{\""
                + attribute
                + "\":{\"$exists\":true}}}";
        assertThat(database.search(what, request(json))).as(attribute).isNotNull();
      }
    }
  }
}
