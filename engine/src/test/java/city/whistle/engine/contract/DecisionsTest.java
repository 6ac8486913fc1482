package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.camunda.client.api.response.Decision;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.response.EvaluatedDecision;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.DecisionDefinition;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.DecisionInstanceState;
import java.util.List;
import java.util.Map;

/** Decisions: deployed, evaluated by themselves, remembered. */
class DecisionsTest {

  /** A table over the result of another decision, which is an expression. */
  private static final String GRAPH =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
          id="%1$s-drg" name="Limits" namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="%1$s-limit" name="Limit">
          <informationRequirement id="r"><requiredDecision href="#%1$s-level"/></informationRequirement>
          <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="levelInput" label="Level">
              <inputExpression id="ie" typeRef="string"><text>level</text></inputExpression>
            </input>
            <output id="daysOutput" label="Days" name="days" typeRef="number"/>
            <rule id="urgent">
              <inputEntry id="i1"><text>"urgent"</text></inputEntry>
              <outputEntry id="o1"><text>2</text></outputEntry>
            </rule>
            <rule id="plain">
              <inputEntry id="i2"><text>"plain"</text></inputEntry>
              <outputEntry id="o2"><text>%2$d</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
        <decision id="%1$s-level" name="Level">
          <variable id="v" name="level"/>
          <literalExpression id="e"><text>if assert(heat, heat != null) &gt; 5 then "urgent" else "plain"</text></literalExpression>
        </decision>
      </definitions>
      """;

  private static DeploymentEvent deploy(Caller caller, int plainDays) {
    return caller.deploy("limits.dmn", GRAPH.formatted(caller.id(), plainDays));
  }

  private static long keyOf(DeploymentEvent deployment, String decisionId) {
    return deployment.getDecisions().stream()
        .filter(decision -> decision.getDmnDecisionId().equals(decisionId))
        .mapToLong(Decision::getDecisionKey)
        .findFirst()
        .orElseThrow();
  }

  private static EvaluateDecisionResponse evaluate(Caller caller, Map<String, Object> variables) {
    return caller
        .client()
        .newEvaluateDecisionCommand()
        .decisionId(caller.id("limit"))
        .variables(variables)
        .send()
        .join();
  }

  @OnEveryTarget
  void aDecisionIsEvaluatedWithAllThatItRequires(Caller caller) {
    deploy(caller, 15);
    EvaluateDecisionResponse answer = evaluate(caller, Map.of("heat", 9));
    assertThat(answer.getDecisionOutput()).isEqualTo("2");
    assertThat(answer.getFailureMessage()).isNullOrEmpty();
    assertThat(answer.getEvaluatedDecisions())
        .extracting(EvaluatedDecision::getDecisionId)
        .containsExactly(caller.id("level"), caller.id("limit"));
    EvaluatedDecision table = answer.getEvaluatedDecisions().get(1);
    assertThat(table.getEvaluatedInputs())
        .singleElement()
        .satisfies(input -> assertThat(input.getInputValue()).isEqualTo("\"urgent\""));
    assertThat(table.getMatchedRules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.getRuleId()).isEqualTo("urgent"));
  }

  @OnEveryTarget
  void theLatestVersionIsTakenByIdAndAnyByKey(Caller caller) {
    DeploymentEvent first = deploy(caller, 15);
    DeploymentEvent second = deploy(caller, 10);
    EvaluateDecisionResponse latest = evaluate(caller, Map.of("heat", 1));
    assertThat(latest.getDecisionVersion()).isEqualTo(2);
    assertThat(latest.getDecisionOutput()).isEqualTo("10");
    assertThat(latest.getDecisionKey()).isEqualTo(keyOf(second, caller.id("limit")));
    EvaluateDecisionResponse byKey =
        caller
            .client()
            .newEvaluateDecisionCommand()
            .decisionKey(keyOf(first, caller.id("limit")))
            .variables(Map.of("heat", 1))
            .send()
            .join();
    assertThat(byKey.getDecisionOutput()).isEqualTo("15");
    Refusal.NOT_FOUND.of(
        () ->
            caller
                .client()
                .newEvaluateDecisionCommand()
                .decisionId(caller.id("none"))
                .send()
                .join(),
        caller.id("none"));
  }

  @OnEveryTarget
  void aFailureNamesTheDecisionThatFailed(Caller caller) {
    deploy(caller, 15);
    EvaluateDecisionResponse answer = evaluate(caller, Map.of());
    assertThat(answer.getFailedDecisionId()).isEqualTo(caller.id("level"));
    assertThat(answer.getFailureMessage()).isNotBlank();
    assertThat(instances(caller, answer.getDecisionEvaluationKey()))
        .anySatisfy(
            instance -> {
              assertThat(instance.getState()).isEqualTo(DecisionInstanceState.FAILED);
              assertThat(instance.getEvaluationFailure()).isNotBlank();
            });
  }

  private static List<DecisionInstance> instances(Caller caller, long evaluation) {
    return caller
        .client()
        .newDecisionInstanceSearchRequest()
        .filter(f -> f.decisionInstanceKey(evaluation))
        .sort(s -> s.decisionDefinitionId().asc())
        .send()
        .join()
        .items();
  }

  @OnEveryTarget
  void anEvaluationIsRememberedDecisionByDecision(Caller caller) {
    deploy(caller, 15);
    long evaluation = evaluate(caller, Map.of("heat", 9)).getDecisionEvaluationKey();
    List<DecisionInstance> instances = instances(caller, evaluation);
    assertThat(instances)
        .extracting(DecisionInstance::getDecisionDefinitionId)
        .containsExactly(caller.id("level"), caller.id("limit"));
    DecisionInstance table =
        caller
            .client()
            .newDecisionInstanceGetRequest(instances.get(1).getDecisionInstanceId())
            .send()
            .join();
    assertThat(table.getState()).isEqualTo(DecisionInstanceState.EVALUATED);
    assertThat(table.getResult()).isEqualTo("2");
    assertThat(table.getEvaluatedInputs()).hasSize(1);
    assertThat(table.getMatchedRules())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.getEvaluatedOutputs())
                    .singleElement()
                    .satisfies(output -> assertThat(output.getOutputValue()).isEqualTo("2")));
    Refusal.NOT_FOUND.of(
        () -> caller.client().newDecisionInstanceGetRequest("1-1").send().join(), "1-1");
  }

  @OnEveryTarget
  void aDecisionIsFoundAndGivenBackAsItWasDeployed(Caller caller) {
    long key = keyOf(deploy(caller, 15), caller.id("limit"));
    DecisionDefinition found = caller.client().newDecisionDefinitionGetRequest(key).send().join();
    assertThat(found.getDmnDecisionId()).isEqualTo(caller.id("limit"));
    assertThat(found.getDmnDecisionName()).isEqualTo("Limit");
    assertThat(found.getVersion()).isEqualTo(1);
    assertThat(found.getDmnDecisionRequirementsId()).isEqualTo(caller.id("drg"));
    assertThat(
            caller
                .client()
                .newDecisionDefinitionSearchRequest()
                .filter(f -> f.decisionDefinitionId(caller.id("limit")))
                .send()
                .join()
                .items())
        .singleElement()
        .satisfies(decision -> assertThat(decision.getDecisionKey()).isEqualTo(key));
    assertThat(caller.client().newDecisionDefinitionGetXmlRequest(key).send().join())
        .isEqualTo(GRAPH.formatted(caller.id(), 15));
  }

  @OnEveryTarget
  void theGraphOfDecisionsIsFoundAndGivenBack(Caller caller) {
    long key = deploy(caller, 15).getDecisionRequirements().get(0).getDecisionRequirementsKey();
    var found = caller.client().newDecisionRequirementsGetRequest(key).send().join();
    assertThat(found.getDmnDecisionRequirementsId()).isEqualTo(caller.id("drg"));
    assertThat(found.getDmnDecisionRequirementsName()).isEqualTo("Limits");
    assertThat(found.getResourceName()).isEqualTo("limits.dmn");
    assertThat(
            caller
                .client()
                .newDecisionRequirementsSearchRequest()
                .filter(f -> f.decisionRequirementsId(caller.id("drg")))
                .send()
                .join()
                .items())
        .hasSize(1);
    assertThat(caller.client().newDecisionRequirementsGetXmlRequest(key).send().join())
        .isEqualTo(GRAPH.formatted(caller.id(), 15));
  }

  private static String tagged(Caller caller, String tag) {
    return GRAPH
        .formatted(caller.id(), 15)
        .replaceFirst(
            "name=\"Limit\">", "name=\"Limit\"><extensionElements>" + tag + "</extensionElements>");
  }

  @OnEveryTarget
  void aVersionTagWithoutValueIsRefusedAndOneOfAnotherNamespaceMeansNothing(Caller caller) {
    String empty = "<z:versionTag xmlns:z='http://camunda.org/schema/zeebe/1.0'/>";
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("tagged.dmn", tagged(caller, empty)),
        "tagged.dmn",
        caller.id("limit"),
        "zeebe:versionTag: needs a value");
    String other =
        "<o:versionTag xmlns:o='urn:other'/><o:versionTag xmlns:o='urn:other' value='x'/>";
    assertThat(caller.deploy("tagged.dmn", tagged(caller, other)).getDecisions()).hasSize(2);
  }

  @OnEveryTarget
  void aDecisionThatIsNoDmnIsRefused(Caller caller) {
    Refusal.INVALID_ARGUMENT.of(() -> caller.deploy("broken.dmn", "<definitions/>"), "broken.dmn");
  }

  @OnEveryTarget
  void whatATasksDecisionFailedWithIsKept(Caller caller) {
    deploy(caller, 15);
    caller.deploy(
        caller
            .process()
            .startEvent()
            .businessRuleTask(
                "Decide",
                t -> t.zeebeCalledDecisionId(caller.id("limit")).zeebeResultVariable("days"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.DECISION_EVALUATION_ERROR, "Decide");
    List<DecisionInstance> kept =
        caller
            .client()
            .newDecisionInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .send()
            .join()
            .items();
    assertThat(kept)
        .extracting(DecisionInstance::getDecisionDefinitionId, DecisionInstance::getState)
        .containsExactly(tuple(caller.id("level"), DecisionInstanceState.FAILED));
  }
}
