package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.UserTaskState;
import java.time.Duration;
import java.util.Map;

/** Execution listeners. */
class ListenersTest {

  @OnEveryTarget
  void listenersAreCalledInOrderBeforeAndAfterTheWork(Caller caller) {
    caller.deploy(
        caller.oneJob(
            t ->
                t.zeebeInputExpression("1", "in")
                    .zeebeStartExecutionListener(caller.id("before"))
                    .zeebeStartExecutionListener(caller.id("before2"))
                    .zeebeEndExecutionListener(caller.id("after"))));
    Instance instance = caller.start();
    assertThat(caller.jobs("work")).isEmpty();
    ActivatedJob before = caller.job("before");
    assertThat(before.getKind()).isEqualTo(JobKind.EXECUTION_LISTENER);
    assertThat(before.getVariablesAsMap()).containsEntry("in", 1);
    caller.complete(before, Map.of("local", 2));
    caller.complete("before2");
    ActivatedJob work = caller.job("work");
    assertThat(work.getKind()).isEqualTo(JobKind.BPMN_ELEMENT);
    assertThat(work.getVariablesAsMap()).containsEntry("local", 2);
    caller.complete(work, Map.of("result", 3));
    assertThat(instance.active()).containsExactly("Work");
    caller.complete("after", Map.of("outward", 4));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("result", "3", "outward", "4"));
  }

  @OnEveryTarget
  void aProcessHasListenersToo(Caller caller) {
    caller.deploy(
        caller
            .process()
            .zeebeStartExecutionListener(caller.id("before"))
            .zeebeEndExecutionListener(caller.id("after"))
            .startEvent("Start")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    assertThat(instance.active()).isEmpty();
    caller.complete("before");
    assertThat(instance.completed()).containsExactly("Start", "Done");
    caller.complete("after", Map.of("n", 1));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
  }

  @OnEveryTarget
  void aListenerWithoutRetriesIsAnIncident(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .manualTask("Step")
            .zeebeStartExecutionListener(caller.id("before"), "1")
            .endEvent()
            .done());
    Instance instance = caller.start();
    ActivatedJob job = caller.job("before");
    caller.fail(job, 0);
    instance.incident(IncidentErrorType.EXECUTION_LISTENER_NO_RETRIES, "Step");
    caller.client().newUpdateRetriesCommand(job).retries(1).send().join();
    instance.repair(Map.of());
    caller.complete("before");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aTaskListenerWithoutRetriesIsAnIncident(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t -> t.zeebeTaskListener(l -> l.creating().type(caller.id("creating")).retries("1"))));
    Instance instance = caller.start();
    ActivatedJob job = caller.job("creating");
    caller.fail(job, 0);
    instance.incident(IncidentErrorType.TASK_LISTENER_NO_RETRIES, "Ask");
    caller.client().newUpdateRetriesCommand(job).retries(1).send().join();
    instance.repair(Map.of());
    caller.complete("creating");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CREATED);
  }

  @OnEveryTarget
  void aListenerThrowsNoError(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .manualTask("Step")
            .zeebeStartExecutionListener(caller.id("before"))
            .boundaryEvent("Caught", b -> b.error())
            .endEvent()
            .moveToActivity("Step")
            .endEvent()
            .done());
    Instance instance = caller.start();
    Refusal.FAILED_PRECONDITION.of(() -> caller.throwError("before", "E1", Map.of()));
    instance.cancel();
  }

  @OnEveryTarget
  void aSubProcessAndItsEventsWaitForTheListener(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s ->
                    s.zeebeStartExecutionListener(caller.id("before"))
                        .zeebeEndExecutionListener(caller.id("after"))
                        .embeddedSubProcess()
                        .startEvent("In")
                        .endEvent("Out"))
            .boundaryEvent("Stopped", b -> b.signal(caller.id("stop")))
            .endEvent()
            .moveToActivity("Inner")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.signal("stop", Map.of());
    assertThat(instance.active()).containsExactly("Inner");
    caller.complete("before");
    assertThat(instance.completed()).contains("In", "Out").doesNotContain("Inner");
    caller.complete("after");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Inner", "Done");
  }

  @OnEveryTarget
  void aCatchEventBehindAGatewayHasItsMappingsAndListeners(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .eventBasedGateway("Race")
            .intermediateCatchEvent(
                "Wait",
                e ->
                    e.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("key"))
                        .zeebeInputExpression("key", "asked")
                        .zeebeOutputExpression("asked + n", "answer")
                        .zeebeStartExecutionListener(caller.id("before"))
                        .zeebeEndExecutionListener(caller.id("after")))
            .endEvent()
            .moveToNode("Race")
            .intermediateCatchEvent("Late", e -> e.timerWithDuration("PT1H"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("key", "k"));
    caller.publish("news", "k", Map.of("n", "1"));
    assertThat(caller.complete("before", Map.of("n", "2")).getVariablesAsMap())
        .isEqualTo(Map.of("key", "k", "asked", "k"));
    assertThat(caller.complete("after").getVariablesAsMap()).containsEntry("answer", "k1");
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("key", "\"k\"", "answer", "\"k1\""));
  }

  @OnEveryTarget
  void anEventBehindAGatewayIsCancelledWhileItsListenerIsAwaited(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .eventBasedGateway("Race")
            .intermediateCatchEvent(
                "Wait",
                e ->
                    e.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("key"))
                        .zeebeStartExecutionListener(caller.id("before")))
            .endEvent()
            .moveToNode("Race")
            .intermediateCatchEvent("Late", e -> e.timerWithDuration("PT1H"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("key", "k"));
    caller.publish("news", "k", Map.of());
    assertThat(instance.active()).containsExactly("Wait");
    instance.cancel();
    assertThat(caller.jobs("before")).isEmpty();
    Instance again = caller.start(Map.of("key", "k"));
    caller.publish("news", "k", Map.of());
    caller.complete("before");
    again.isCompleted();
  }

  @OnEveryTarget
  void aLinksOtherEndHasItsListeners(Caller caller) {
    var process = caller.process();
    process.startEvent().intermediateThrowEvent("Away").link("there").done();
    var here = process.linkCatchEvent("Here").link("there");
    here.zeebeStartExecutionListener(caller.id("before"));
    here.zeebeEndExecutionListener(caller.id("after"));
    caller.deploy(here.endEvent("Done").done());
    Instance instance = caller.start();
    caller.complete("before");
    caller.complete("after");
    instance.isCompleted();
  }

  @OnEveryTarget
  void boundaryAndStartEventsHaveEndListeners(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent("Asked")
            .message(caller.id("ask"))
            .zeebeEndExecutionListener(caller.id("begun"))
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent(
                "Late",
                b -> b.timerWithDuration("PT1H").zeebeEndExecutionListener(caller.id("late")))
            .endEvent()
            .done());
    caller.publish("ask", "", Map.of());
    caller.complete("begun");
    caller.moveClock(Duration.ofHours(1));
    caller.complete("late");
    assertThat(caller.instances(caller.id())).singleElement().satisfies(Instance::isCompleted);
  }
}
