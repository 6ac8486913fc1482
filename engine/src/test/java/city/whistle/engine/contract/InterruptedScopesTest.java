package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.EventSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An event sub-process that interrupts its scope is the only one of this scope that does. */
class InterruptedScopesTest {

  private static void work(Caller caller, SubProcessBuilder scope) {
    scope
        .embeddedSubProcess()
        .startEvent()
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent();
  }

  private static Consumer<EventSubProcessBuilder> onError(Caller caller, String job) {
    return handler ->
        handler
            .startEvent()
            .error("E")
            .serviceTask(job, t -> t.zeebeJobType(caller.id(job)))
            .endEvent();
  }

  /** A handler that throws E once more when its job is done. */
  private static Consumer<EventSubProcessBuilder> onErrorThrow(Caller caller) {
    return handler ->
        handler
            .startEvent()
            .error("E")
            .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
            .endEvent("Again", e -> e.error("E"));
  }

  private static Consumer<EventSubProcessBuilder> onMessage(
      Caller caller, String name, boolean interrupting) {
    return handler ->
        handler
            .startEvent()
            .interrupting(interrupting)
            .message(m -> m.name(caller.id(name)).zeebeCorrelationKeyExpression("key"))
            .serviceTask("Handle" + name, t -> t.zeebeJobType(caller.id("handle-" + name)))
            .endEvent();
  }

  private static BpmnModelInstance insideABoundary(
      Caller caller, List<Consumer<EventSubProcessBuilder>> handlers) {
    return caller
        .process()
        .startEvent()
        .subProcess(
            "Inner",
            s -> {
              for (int i = 0; i < handlers.size(); i++) {
                s.embeddedSubProcess().eventSubProcess("Handler" + i, handlers.get(i));
              }
              work(caller, s);
            })
        .boundaryEvent("Caught", b -> b.error("E"))
        .serviceTask("Repair", t -> t.zeebeJobType(caller.id("repair")))
        .endEvent()
        .moveToActivity("Inner")
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void aHandlerHandsItsErrorToTheBoundaryEventAroundIt(Caller caller) {
    caller.deploy(insideABoundary(caller, List.of(onErrorThrow(caller))));
    Instance instance = caller.start();
    caller.throwError("work", "E", Map.of());
    caller.complete("handle");
    assertThat(instance.active()).containsExactly("Repair");
    assertThat(instance.terminated()).containsOnlyOnce("Handler0");
    caller.complete("repair");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anErrorOfAHandlersJobGoesFurtherOut(Caller caller) {
    caller.deploy(insideABoundary(caller, List.of(onError(caller, "handle"))));
    Instance instance = caller.start();
    caller.throwError("work", "E", Map.of());
    caller.throwError("handle", "E", Map.of("why", "x"));
    assertThat(instance.active()).containsExactly("Repair");
    assertThat(instance.variables()).containsEntry("why", "\"x\"");
    instance.cancel();
  }

  @OnEveryTarget
  void anErrorOfAMessagesHandlerIsNotForTheHandlerBeside(Caller caller) {
    caller.deploy(
        insideABoundary(
            caller, List.of(onError(caller, "handle"), onMessage(caller, "stop", true))));
    Instance instance = caller.start(Map.of("key", caller.id()));
    caller.publish("stop", caller.id(), Map.of());
    caller.throwError("handle-stop", "E", Map.of());
    assertThat(instance.active()).containsExactly("Repair");
    instance.cancel();
  }

  @OnEveryTarget
  void aHandlerThatDoesNotInterruptLeavesItsErrorToTheHandlerBeside(Caller caller) {
    caller.deploy(
        insideABoundary(
            caller, List.of(onError(caller, "handle"), onMessage(caller, "note", false))));
    Instance instance = caller.start(Map.of("key", caller.id()));
    caller.publish("note", caller.id(), Map.of());
    caller.throwError("handle-note", "E", Map.of());
    assertThat(instance.active()).containsExactly("Inner", "Handler0", "handle");
    instance.cancel();
  }

  @OnEveryTarget
  void anErrorThatNobodyElseCatchesIsAnIncidentAtTheHandler(Caller caller) {
    ProcessBuilder process = caller.process();
    process.eventSubProcess("Handler", onError(caller, "handle"));
    caller.deploy(
        process
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.throwError("work", "E", Map.of());
    caller.throwError("handle", "E", Map.of());
    instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "handle");
    assertThat(instance.active()).containsExactly("Handler", "handle");
    instance.repair(Map.of());
    caller.complete("handle");
    instance.isCompleted();
  }

  @OnEveryTarget
  void aThrownErrorThatNobodyElseCatchesIsAnIncidentAtItsEndEvent(Caller caller) {
    ProcessBuilder process = caller.process();
    process.eventSubProcess("Handler", onErrorThrow(caller));
    caller.deploy(process.startEvent().endEvent("Fail", e -> e.error("E")).done());
    Instance instance = caller.start();
    caller.complete("handle");
    instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "Again");
    instance.cancel();
  }

  @OnEveryTarget
  void anErrorOfAHandlerLeavesTheCalledProcess(Caller caller) {
    ProcessBuilder called = caller.process("called");
    called.eventSubProcess("Handler", onErrorThrow(caller));
    caller.deploy(
        called
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done(),
        caller
            .process()
            .startEvent()
            .callActivity("Call", c -> c.zeebeProcessId(caller.id("called")))
            .boundaryEvent("Caught", b -> b.error("E"))
            .endEvent("Repaired")
            .done());
    Instance instance = caller.start();
    caller.throwError("work", "E", Map.of());
    caller.complete("handle");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Repaired");
    assertThat(instance.called())
        .extracting(Instance::state)
        .containsExactly(ProcessInstanceState.TERMINATED);
  }

  @OnEveryTarget
  void eachInstanceOfAMultiInstanceIsInterruptedByItself(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Each",
                s -> {
                  s.embeddedSubProcess().eventSubProcess("Handler", onError(caller, "handle"));
                  work(caller, s);
                })
            .multiInstance(m -> m.zeebeInputCollectionExpression("[1, 2]"))
            .boundaryEvent("Caught", b -> b.error("E"))
            .endEvent("Repaired")
            .done());
    Instance instance = caller.start();
    caller
        .jobs("work")
        .forEach(job -> caller.client().newThrowErrorCommand(job).errorCode("E").send().join());
    assertThat(instance.active()).filteredOn("handle"::equals).hasSize(2);
    var handling = caller.jobs("handle");
    caller.complete(handling.get(0), Map.of());
    caller.client().newThrowErrorCommand(handling.get(1)).errorCode("E").send().join();
    instance.isCompleted();
    assertThat(instance.completed()).contains("Repaired");
  }

  @OnEveryTarget
  void anErrorInAHandlersOwnScopeStillHasItsOwnHandler(Caller caller) {
    ProcessBuilder process = caller.process();
    process.eventSubProcess(
        "Outer",
        outer -> {
          StartEventBuilder failed = outer.startEvent().error("E");
          EventSubProcesses.around(failed).eventSubProcess("Within", onError(caller, "within"));
          failed.serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle"))).endEvent();
        });
    caller.deploy(
        process
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.throwError("work", "E", Map.of());
    caller.throwError("handle", "E", Map.of());
    assertThat(instance.active()).containsExactly("Outer", "Within", "within");
    caller.throwError("within", "E", Map.of());
    instance.incident(IncidentErrorType.UNHANDLED_ERROR_EVENT, "within");
    instance.cancel();
  }
}
