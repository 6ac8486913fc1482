package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Incidents of what a model says and variables do not give, and how they are repaired. */
class EvaluationIncidentsTest {

  @OnEveryTarget
  void anInputMapping(Caller caller) {
    caller.deploy(caller.oneJob(t -> t.zeebeInputExpression("assert(x, x != null)", "y")));
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Work");
    assertThat(instance.active()).containsExactly("Work");
    instance.repair(Map.of("x", 1));
    assertThat(caller.complete("work").getVariablesAsMap()).containsEntry("y", 1);
    instance.isCompleted();
  }

  @OnEveryTarget
  void anOutputMappingKeepsTheResult(Caller caller) {
    caller.deploy(
        caller.oneJob(t -> t.zeebeOutputExpression("assert(x, x != null) + result", "y")));
    Instance instance = caller.start();
    caller.complete("work", Map.of("result", 10));
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Work");
    instance.repair(Map.of("x", 1));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("y", "11");
    assertThat(caller.jobs("work")).isEmpty();
  }

  @OnEveryTarget
  void anOutputMappingIsRepairedInTheResultItself(Caller caller) {
    caller.deploy(caller.oneJob(t -> t.zeebeOutputExpression("assert(x, x > 0)", "y")));
    Instance instance = caller.start();
    caller.complete("work", Map.of("x", -1));
    instance.incident(IncidentErrorType.IO_MAPPING_ERROR, "Work");
    long work = instance.keyOf("Work");
    assertThat(instance.variablesOf(work)).isEqualTo(Map.of("x", "-1"));
    instance.setVariables(work, Map.of("x", 1), true);
    instance.repair(Map.of());
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("y", "1"));
  }

  @OnEveryTarget
  void aConditionThatIsNoBooleanAndNoFlowAtAll(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .exclusiveGateway("Choose")
            .conditionExpression("n > 10")
            .endEvent("Big")
            .moveToNode("Choose")
            .conditionExpression("n < 5")
            .endEvent("Small")
            .done());
    Instance missing = caller.start();
    missing.incident(IncidentErrorType.CONDITION_ERROR, "Choose");
    missing.repair(Map.of("n", 20));
    missing.isCompleted();

    Instance between = caller.start(Map.of("n", 7));
    assertThat(between.incident(IncidentErrorType.CONDITION_ERROR, "Choose").getErrorMessage())
        .contains("Choose");
    between.repair(Map.of());
    between.incident(IncidentErrorType.CONDITION_ERROR, "Choose");
    between.repair(Map.of("n", 1));
    between.isCompleted();
    assertThat(between.completed()).contains("Small");
  }

  @OnEveryTarget
  void aTimerExpression(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .intermediateCatchEvent("Rest", e -> e.timerWithDurationExpression("rest"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("rest", "soon"));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Rest");
    instance.repair(Map.of("rest", "PT1H"));
    assertThat(instance.incidents()).isEmpty();
    caller.moveClock(Duration.ofHours(1));
    instance.isCompleted();
  }

  @OnEveryTarget
  void aCorrelationKey(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent(
                "Urged",
                b ->
                    b.message(
                        m -> m.name(caller.id("urge")).zeebeCorrelationKeyExpression("caseId")))
            .endEvent()
            .moveToActivity("Work")
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("caseId", true));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    assertThat(caller.jobs("work")).isEmpty();
    instance.repair(Map.of("caseId", "c"));
    caller.publish("urge", "c", Map.of());
    instance.isCompleted();
    assertThat(instance.completed()).contains("Urged");
  }

  @OnEveryTarget
  void aMultiInstanceOutputElementAndItsCondition(Caller caller) {
    caller.deploy(
        caller.oneJob(
            t ->
                t.multiInstance(
                    m ->
                        m.zeebeInputCollectionExpression("[1, 2]")
                            .zeebeOutputCollection("results")
                            .zeebeOutputElementExpression("assert(x, x != null)")
                            .completionCondition("=enough"))));
    Instance instance = caller.start();
    List<ActivatedJob> jobs = caller.jobs("work");
    caller.complete(jobs.get(0), Map.of());
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    instance.repair(Map.of("x", 1));
    instance.incident(IncidentErrorType.CONDITION_ERROR, "Work");
    instance.repair(Map.of("enough", true));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("results", "[1,null]");
  }

  @OnEveryTarget
  void aDecisionThatIsNotThereOrFails(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .businessRuleTask(
                "Rule", t -> t.zeebeCalledDecisionId(caller.id("rule")).zeebeResultVariable("out"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.CALLED_DECISION_ERROR, "Rule");
    caller.deploy(
        "rule.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
            id="%1$s-drg" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="%1$s-rule" name="Rule">
            <variable id="%1$s-v" name="out"/>
            <literalExpression id="%1$s-e"><text>assert(x, x != null)</text></literalExpression>
          </decision>
        </definitions>
        """
            .formatted(caller.id()));
    instance.repair(Map.of());
    instance.incident(IncidentErrorType.DECISION_EVALUATION_ERROR, "Rule");
    instance.repair(Map.of("x", 5));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("out", "5");
  }

  @OnEveryTarget
  void aFormThatIsNotThere(Caller caller) {
    caller.deploy(caller.oneTask(t -> t.zeebeFormId(caller.id("form"))));
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.FORM_NOT_FOUND, "Ask");
    caller.deploy("ask.form", "{\"id\":\"%s\",\"components\":[]}".formatted(caller.id("form")));
    instance.repair(Map.of());
    assertThat(caller.userTask(instance).getFormKey()).isNotNull();
  }

  @OnEveryTarget
  void aJobTypeAndRetriesThatCannotBeEvaluated(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work", t -> t.zeebeJobTypeExpression("kind").zeebeJobRetriesExpression("tries"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    instance.repair(Map.of("kind", caller.id("work")));
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work");
    instance.repair(Map.of("tries", 1));
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void retriesThatAreNoNumberAreAnIncident(Caller caller) {
    caller.deploy(caller.oneJob(t -> t.zeebeJobRetries("abc")));
    Instance instance = caller.start();
    assertThat(instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Work").getErrorMessage())
        .contains("abc");
    assertThat(caller.jobs("work")).isEmpty();
  }
}
