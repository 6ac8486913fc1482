package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.util.Map;

class EndEventsTest {

  @OnEveryTarget
  void anInstanceEndsWithItsLastEndEvent(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .endEvent("First")
            .moveToNode("Fork")
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent("Last")
            .done());
    Instance instance = caller.start();
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.ACTIVE);
    caller.complete("work");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anElementWithoutOutgoingFlowEndsToo(Caller caller) {
    caller.deploy(caller.process().startEvent().manualTask("Last").done());
    caller.start().isCompleted();
  }

  @OnEveryTarget
  void aMessageEndEventIsAJob(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .endEvent("Tell", e -> e.message(m -> m.name("told")).zeebeJobType(caller.id("tell")))
            .done());
    Instance instance = caller.start();
    assertThat(instance.active()).containsExactly("Tell");
    caller.complete("tell", Map.of("told", true));
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("told", "true"));
  }

  @OnEveryTarget
  void anErrorEndEventIsCaughtAroundIt(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s -> s.embeddedSubProcess().startEvent().endEvent("Broken", e -> e.error("E1")))
            .boundaryEvent("Caught", b -> b.error("E1"))
            .endEvent("Repaired")
            .moveToActivity("Inner")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.completed()).contains("Caught", "Repaired").doesNotContain("Done");
    assertThat(instance.terminated()).contains("Inner");
  }

  @OnEveryTarget
  void anErrorEndEventThatNobodyCatchesIsAnIncident(Caller caller) {
    caller.deploy(caller.process().startEvent().endEvent("Broken", e -> e.error("E1")).done());
    Instance instance = caller.start();
    assertThat(
            instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "Broken").getErrorMessage())
        .contains("E1");
    instance.cancel();
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.incidents()).isEmpty();
  }

  @OnEveryTarget
  void aTerminateEndEventEndsTheWholeProcess(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .parallelGateway("Fork")
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent("Done")
            .moveToNode("Fork")
            .manualTask("Decide")
            .endEvent("Stop", e -> e.terminate())
            .done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.terminated()).containsExactly("Work");
    assertThat(caller.jobs("work")).isEmpty();
  }

  @OnEveryTarget
  void aTerminateEndEventInASubProcessEndsJustThat(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s ->
                    s.embeddedSubProcess()
                        .startEvent()
                        .parallelGateway("Fork")
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .moveToNode("Fork")
                        .endEvent("Stop", e -> e.terminate()))
            .endEvent("After")
            .done());
    Instance instance = caller.start();
    instance.isCompleted();
    assertThat(instance.completed()).contains("Inner", "After");
    assertThat(instance.terminated()).containsExactly("Work");
  }

  @OnEveryTarget
  void aSignalEndEventReachesWhoeverWaits(Caller caller) {
    caller.deploy(
        caller
            .process("waiting")
            .startEvent()
            .intermediateCatchEvent("Wait", e -> e.signal(caller.id("news")))
            .endEvent()
            .done());
    caller.deploy(
        caller
            .process()
            .startEvent()
            .endEvent("Tell", e -> e.signal(caller.id("news")).zeebeInput("=7", "n"))
            .done());
    Instance waiting = caller.start(caller.id("waiting"), Map.of());
    caller.start().isCompleted();
    waiting.isCompleted();
    assertThat(waiting.variables()).isEqualTo(Map.of("n", "7"));
  }
}
