package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;

/** Commands on process instances. */
class InstancesTest {

  private static BpmnModelInstance work(Caller caller) {
    return caller
        .process()
        .startEvent("Start")
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void createWithResultAnswersWhenTheInstanceIsDone(Caller caller) {
    caller.deploy(work(caller));
    var answer =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .latestVersion()
            .variables(Map.of("a", 1, "b", 2))
            .withResult()
            .fetchVariables("a", "result")
            .send();
    caller.complete(caller.awaitJob("work"), Map.of("result", 3));
    ProcessInstanceResult result = answer.join();
    assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("a", 1, "result", 3));
  }

  @OnEveryTarget
  void createWithResultAnswersAtOnceWhereNothingWaits(Caller caller) {
    caller.deploy(caller.process().startEvent().endEvent().done());
    ProcessInstanceResult result =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .latestVersion()
            .variables(Map.of("a", 1))
            .withResult()
            .send()
            .join();
    assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("a", 1));
  }

  @OnEveryTarget
  void createWithResultGivesUpInTimeAndTheInstanceGoesOn(Caller caller) {
    caller.deploy(work(caller));
    var command =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .latestVersion()
            .withResult()
            .requestTimeout(Duration.ofMillis(100));
    Refusal.DEADLINE_EXCEEDED.of(() -> command.send().join());
    Instance instance = caller.instances(caller.id()).get(0);
    assertThat(instance.active()).containsExactly("Work");
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void createWithResultIsRefusedWhereTheInstanceIsCancelled(Caller caller) {
    caller.deploy(work(caller));
    var answer =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .latestVersion()
            .withResult()
            .send();
    caller.awaitJob("work");
    caller.instances(caller.id()).get(0).cancel();
    Refusal.FAILED_PRECONDITION.of(answer::join);
  }

  @OnEveryTarget
  void anInstanceIsCreatedByVersionOrByKey(Caller caller) {
    DeploymentEvent first = caller.deploy(work(caller));
    caller.deploy(caller.process().startEvent().endEvent("SecondDone").done());
    ProcessInstanceEvent byVersion =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .version(1)
            .send()
            .join();
    assertThat(byVersion.getVersion()).isEqualTo(1);
    ProcessInstanceEvent byKey =
        caller
            .client()
            .newCreateInstanceCommand()
            .processDefinitionKey(first.getProcesses().get(0).getProcessDefinitionKey())
            .send()
            .join();
    assertThat(byKey.getVersion()).isEqualTo(1);
    assertThat(caller.start().completed()).contains("SecondDone");
    Refusal.NOT_FOUND.of(
        () ->
            caller
                .client()
                .newCreateInstanceCommand()
                .bpmnProcessId(caller.id())
                .version(3)
                .send()
                .join(),
        caller.id());
  }

  @OnEveryTarget
  void unchangedContentIsNoNewVersion(Caller caller) {
    BpmnModelInstance model = work(caller);
    DeploymentEvent first = caller.deploy(model);
    DeploymentEvent again = caller.deploy(model);
    assertThat(again.getProcesses().get(0).getProcessDefinitionKey())
        .isEqualTo(first.getProcesses().get(0).getProcessDefinitionKey());
    assertThat(again.getProcesses().get(0).getVersion()).isEqualTo(1);
  }

  @OnEveryTarget
  void anUnknownProcessIsNotFound(Caller caller) {
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }

  @OnEveryTarget
  void anInstanceStartsBeforeAnElement(Caller caller) {
    caller.deploy(work(caller));
    caller
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(caller.id())
        .latestVersion()
        .startBeforeElement("Work")
        .send()
        .join();
    Instance instance = caller.instances(caller.id()).get(0);
    assertThat(instance.completed()).isEmpty();
    caller.complete("work");
    instance.isCompleted();
    assertThat(instance.completed()).containsExactly("Work", "Done");
  }

  @OnEveryTarget
  void tagsGoWithTheInstanceToItsJobs(Caller caller) {
    caller.deploy(work(caller));
    caller
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(caller.id())
        .latestVersion()
        .tags("city:north", "urgent")
        .send()
        .join();
    assertThat(caller.job("work").getTags()).containsExactlyInAnyOrder("city:north", "urgent");
  }

  @OnEveryTarget
  void aCancelledInstanceLeavesNothingToDo(Caller caller) {
    caller.deploy(work(caller));
    Instance instance = caller.start();
    instance.cancel();
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(caller.jobs("work")).isEmpty();
    Refusal.NOT_FOUND.of(instance::cancel, String.valueOf(instance.key()));
  }

  @OnEveryTarget
  void variablesAreSetWhereTheyAreOrJustHere(Caller caller) {
    caller.deploy(work(caller));
    Instance instance = caller.start(Map.of("a", 1));
    long work = instance.keyOf("Work");
    instance.setVariables(work, Map.of("a", 2, "b", 3), false);
    assertThat(instance.variables()).isEqualTo(Map.of("a", "2", "b", "3"));
    instance.setVariables(work, Map.of("a", 9), true);
    assertThat(instance.variablesOf(work)).isEqualTo(Map.of("a", "9"));
    assertThat(instance.variables()).containsEntry("a", "2");
    caller.complete("work", Map.of("a", 10));
    assertThat(instance.variables()).containsEntry("a", "2");
    Refusal.NOT_FOUND.of(() -> instance.setVariables(work, Map.of("a", 1), false));
  }

  @OnEveryTarget
  void anElementIsShownWithItsTimesAndItsNames(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.name("To work").zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    long key = instance.keyOf("Work");
    ElementInstance open = element(caller, key);
    assertThat(open.getElementName()).isEqualTo("To work");
    assertThat(open.getType()).isEqualTo(ElementInstanceType.SERVICE_TASK);
    assertThat(open.getProcessInstanceKey()).isEqualTo(instance.key());
    assertThat(open.getState()).isEqualTo(ElementInstanceState.ACTIVE);
    assertThat(open.getEndDate()).isNull();
    caller.complete("work");
    assertThat(element(caller, key).getState()).isEqualTo(ElementInstanceState.COMPLETED);
    assertThat(element(caller, key).getEndDate()).isAfterOrEqualTo(open.getStartDate());
    Refusal.NOT_FOUND.of(() -> element(caller, 1), "1");
  }

  private static ElementInstance element(Caller caller, long key) {
    return caller.client().newElementInstanceGetRequest(key).send().join();
  }

  @OnEveryTarget
  void callersAndIncidentsOfCalledInstancesAreShown(Caller caller) {
    caller.deploy(work(caller));
    caller.deploy(
        caller
            .process("outer")
            .startEvent()
            .callActivity("Call", c -> c.zeebeProcessId(caller.id()))
            .endEvent()
            .done());
    Instance outer = caller.start(caller.id("outer"), Map.of());
    caller.fail(caller.job("work"), 0);
    Instance inner = outer.called().get(0);
    assertThat(caller.client().newProcessInstanceGetCallHierarchyRequest(inner.key()).send().join())
        .extracting(ProcessInstanceCallHierarchyEntryResponse::getProcessInstanceKey)
        .containsExactly(outer.key(), inner.key());
    assertThat(
            caller
                .client()
                .newIncidentsByProcessInstanceSearchRequest(outer.key())
                .send()
                .join()
                .items())
        .singleElement()
        .satisfies(found -> assertThat(found.getProcessInstanceKey()).isEqualTo(inner.key()));
  }

  @OnEveryTarget
  void anEndlessLoopHurtsOnlyItself(Caller caller) {
    caller.deploy(
        caller
            .process("endless")
            .startEvent()
            .exclusiveGateway("Again")
            .manualTask("Step")
            .connectTo("Again")
            .done());
    caller.deploy(work(caller));
    Instance endless = caller.start(caller.id("endless"), Map.of());
    Instance other = caller.start();
    caller.complete("work");
    other.isCompleted();
    assertThat(endless.state()).isEqualTo(ProcessInstanceState.ACTIVE);
    endless.cancel();
    assertThat(endless.state()).isEqualTo(ProcessInstanceState.TERMINATED);
  }
}
