package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.response.DecisionInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class TasksTest {

  @OnEveryTarget
  void aServiceTaskIsAJobWithTypeRetriesHeadersAndVariables(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work",
                t ->
                    t.zeebeJobTypeExpression("kind")
                        .zeebeJobRetriesExpression("tries")
                        .zeebeTaskHeader("queue", "north"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("kind", caller.id("work"), "tries", 5));
    ActivatedJob job = caller.job("work");
    assertThat(job.getRetries()).isEqualTo(5);
    assertThat(job.getCustomHeaders()).isEqualTo(Map.of("queue", "north"));
    assertThat(job.getVariablesAsMap()).containsEntry("tries", 5);
    assertThat(job.getElementId()).isEqualTo("Work");
    assertThat(job.getElementInstanceKey()).isEqualTo(instance.keyOf("Work"));
    caller.complete(job, Map.of("result", "good"));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("result", "\"good\"");
  }

  @OnEveryTarget
  void aJobIsDoneOnlyOnce(Caller caller) {
    caller.deploy(caller.oneJob());
    caller.start();
    ActivatedJob job = caller.complete("work");
    Refusal.NOT_FOUND.of(() -> caller.complete(job, Map.of()), String.valueOf(job.getKey()));
    Refusal.NOT_FOUND.of(() -> caller.fail(job, 1));
  }

  @OnEveryTarget
  void aLockedJobComesAgainAfterItsTimeout(Caller caller) {
    caller.deploy(caller.oneJob());
    caller.start();
    ActivatedJob first = caller.job("work");
    assertThat(caller.jobs("work")).isEmpty();
    caller.moveClock(Duration.ofHours(13));
    assertThat(caller.job("work").getKey()).isEqualTo(first.getKey());
  }

  @OnEveryTarget
  void aFailedJobRestsForItsBackOffAndKeepsItsVariablesToItself(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    caller
        .client()
        .newFailCommand(caller.job("work"))
        .retries(2)
        .retryBackoff(Duration.ofMinutes(10))
        .variables(Map.of("reason", "busy"))
        .send()
        .join();
    assertThat(caller.jobs("work")).isEmpty();
    caller.moveClock(Duration.ofMinutes(10));
    ActivatedJob again = caller.job("work");
    assertThat(again.getRetries()).isEqualTo(2);
    assertThat(again.getVariablesAsMap()).containsEntry("reason", "busy");
    caller.complete(again, Map.of());
    assertThat(instance.variables()).isEmpty();
  }

  @OnEveryTarget
  void sendScriptAndBusinessRuleTasksCanBeJobs(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .sendTask("Send", t -> t.zeebeJobType(caller.id("send")))
            .scriptTask("Script", t -> t.zeebeJobType(caller.id("script")))
            .businessRuleTask("Rule", t -> t.zeebeJobType(caller.id("rule")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.complete("send");
    caller.complete("script");
    caller.complete("rule", Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
  }

  @OnEveryTarget
  void aScriptTaskPutsItsExpressionIntoAVariable(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .scriptTask("Sum", t -> t.zeebeExpression("a + b").zeebeResultVariable("sum"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("a", 1, "b", 2));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("sum", "3");
  }

  private static String decision(Caller caller, String expression) {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
        id="%1$s-drg" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="%1$s-rule" name="Rule">
        <variable id="%1$s-v" name="out"/>
        <literalExpression id="%1$s-e"><text>%2$s</text></literalExpression>
      </decision>
    </definitions>
    """
        .formatted(caller.id(), expression);
  }

  @OnEveryTarget
  void aBusinessRuleTaskEvaluatesItsDecision(Caller caller) {
    caller.deploy("rule.dmn", decision(caller, "amount * 2"));
    caller.deploy(
        caller
            .process()
            .startEvent()
            .businessRuleTask(
                "Rule",
                t -> t.zeebeCalledDecisionId(caller.id("rule")).zeebeResultVariable("double"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("amount", 21));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("double", "42");
    List<DecisionInstance> decisions =
        caller
            .client()
            .newDecisionInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .send()
            .join()
            .items();
    assertThat(decisions)
        .singleElement()
        .satisfies(found -> assertThat(found.getResult()).isEqualTo("42"));
  }

  @OnEveryTarget
  void aBusinessRuleTaskTakesTheLatestVersionOfItsDecision(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .businessRuleTask(
                "Rule", t -> t.zeebeCalledDecisionIdExpression("rule").zeebeResultVariable("out"))
            .endEvent()
            .done());
    caller.deploy("rule.dmn", decision(caller, "1"));
    DeploymentEvent second = caller.deploy("rule.dmn", decision(caller, "2"));
    assertThat(second.getDecisions()).extracting("version").containsExactly(2);
    Instance instance = caller.start(Map.of("rule", caller.id("rule")));
    assertThat(instance.variables()).containsEntry("out", "2");
  }

  @OnEveryTarget
  void manualAndUndefinedTasksArePassedThrough(Caller caller) {
    caller.deploy(
        caller.process().startEvent().manualTask("Manual").task("Undefined").endEvent().done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.completed()).contains("Manual", "Undefined");
  }

  @OnEveryTarget
  void aReceiveTaskWaitsForItsMessage(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .receiveTask("Wait")
            .message(m -> m.name(caller.id("reply")).zeebeCorrelationKeyExpression("caseId"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("caseId", 7));
    caller.publish("reply", "8", Map.of("other", true));
    assertThat(instance.active()).containsExactly("Wait");
    caller.publish("reply", "7", Map.of("answer", "yes"));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("answer", "\"yes\"").doesNotContainKey("other");
  }

  @OnEveryTarget
  void aUserTaskInTheOldWayIsAJob(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .userTask("Ask", t -> t.zeebeAssignee("ann").zeebeCandidateGroups("north"))
            .endEvent()
            .done());
    Instance instance = caller.start();
    List<ActivatedJob> jobs =
        caller
            .client()
            .newActivateJobsCommand()
            .jobType("io.camunda.zeebe:userTask")
            .maxJobsToActivate(1)
            .send()
            .join()
            .getJobs();
    assertThat(jobs)
        .singleElement()
        .satisfies(
            job ->
                assertThat(job.getCustomHeaders())
                    .containsEntry("io.camunda.zeebe:assignee", "ann")
                    .containsEntry("io.camunda.zeebe:candidateGroups", "[\"north\"]"));
    caller.complete(jobs.get(0), Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void aWorkerKeepsItsJobLonger(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    ActivatedJob job = caller.job("work");
    caller.client().newUpdateTimeoutCommand(job).timeout(Duration.ofHours(24)).send().join();
    caller.moveClock(Duration.ofHours(13));
    assertThat(caller.jobs("work")).isEmpty();
    caller.moveClock(Duration.ofHours(11));
    caller.complete("work");
    instance.isCompleted();
  }
}
