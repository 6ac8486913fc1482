package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import java.util.Map;

/** Instances that begin before elements of the caller's choice. */
class StartInstructionsTest {

  private static Instance startBefore(Caller caller, Map<String, Object> variables, String... ids) {
    var command =
        caller
            .client()
            .newCreateInstanceCommand()
            .bpmnProcessId(caller.id())
            .latestVersion()
            .variables(variables);
    for (String id : ids) {
      command = command.startBeforeElement(id);
    }
    return new Instance(caller.client(), command.send().join().getProcessInstanceKey());
  }

  private static void inside(Caller caller, SubProcessBuilder outer) {
    outer.zeebeInputExpression("1", "mapped").zeebeOutputExpression("result", "taken");
    outer
        .embeddedSubProcess()
        .startEvent("Start")
        .manualTask("Skipped")
        .subProcess(
            "Inner",
            inner ->
                inner
                    .embeddedSubProcess()
                    .startEvent()
                    .parallelGateway("Fork")
                    .serviceTask("Left", t -> t.zeebeJobType(caller.id("left")))
                    .endEvent()
                    .moveToNode("Fork")
                    .serviceTask("Right", t -> t.zeebeJobType(caller.id("right")))
                    .endEvent())
        .endEvent("Through");
  }

  private static BpmnModelInstance nested(Caller caller) {
    return caller
        .process()
        .startEvent()
        .subProcess("Outer", outer -> inside(caller, outer))
        .boundaryEvent(
            "Stopped",
            b -> b.message(m -> m.name(caller.id("stop")).zeebeCorrelationKeyExpression("key")))
        .endEvent("ByMessage")
        .moveToActivity("Outer")
        .endEvent("Done")
        .done();
  }

  @OnEveryTarget
  void theScopesAroundAreCreatedOnceAndWithoutTheirMappings(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = startBefore(caller, Map.of("key", "k"), "Left", "Right", "Right");
    assertThat(instance.active()).containsExactly("Outer", "Inner", "Left", "Right", "Right");
    assertThat(instance.completed()).isEmpty();
    assertThat(instance.variablesOf(instance.keyOf("Outer"))).isEmpty();
    caller.complete("left");
    caller.jobs("right").forEach(job -> caller.complete(job, Map.of("result", 7)));
    instance.isCompleted();
    assertThat(instance.completed()).contains("Inner", "Through", "Outer", "Done");
    assertThat(instance.variables()).containsEntry("taken", "7");
  }

  @OnEveryTarget
  void theScopesAroundWaitForTheirEvents(Caller caller) {
    caller.deploy(nested(caller));
    Instance instance = startBefore(caller, Map.of("key", "k"), "Left");
    caller.publish("stop", "k", Map.of());
    instance.isCompleted();
    assertThat(instance.terminated()).contains("Outer", "Inner", "Left");
    assertThat(instance.completed()).containsExactly("Stopped", "ByMessage");
  }

  @OnEveryTarget
  void aScopeAroundThatCannotWaitForItsEventsRefusesTheStart(Caller caller) {
    caller.deploy(nested(caller));
    Refusal.FAILED_PRECONDITION.of(
        () -> startBefore(caller, Map.of(), "Left"), "'Outer'", "'=key'");
    assertThat(caller.instances(caller.id())).isEmpty();
  }

  @OnEveryTarget
  void anEventSubProcessBeginsAndInterruptsNothing(Caller caller) {
    ProcessBuilder process = caller.process();
    process.eventSubProcess(
        "Handler",
        handler ->
            handler
                .startEvent("Happened")
                .interrupting(true)
                .signal(caller.id("alarm"))
                .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
                .endEvent());
    caller.deploy(
        process
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    Instance instance = startBefore(caller, Map.of(), "Work", "Handler", "Handle");
    assertThat(instance.active()).contains("Work").filteredOn("Handle"::equals).hasSize(2);
    assertThat(instance.completed()).containsExactly("Happened");
    caller.complete("work");
    caller.jobs("handle").forEach(job -> caller.complete(job, Map.of()));
    instance.isCompleted();
  }

  @OnEveryTarget
  void whatCannotBeginByItselfIsRefused(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent("Start")
            .eventBasedGateway("Race")
            .intermediateCatchEvent("News", e -> e.signal(caller.id("news")))
            .subProcess(
                "Each",
                s -> s.embeddedSubProcess().startEvent("Inside").manualTask("Item").endEvent())
            .multiInstance(m -> m.zeebeInputCollectionExpression("[1]"))
            .boundaryEvent("Attached", b -> b.error("E"))
            .endEvent()
            .moveToNode("Race")
            .intermediateCatchEvent("Late", e -> e.timerWithDuration("PT1H"))
            .sequenceFlowId("flow")
            .endEvent()
            .done());
    for (String id : new String[] {"Start", "News", "Late", "Inside", "Item", "Attached", "flow"}) {
      Refusal.INVALID_ARGUMENT.of(() -> startBefore(caller, Map.of(), id), id);
    }
    startBefore(caller, Map.of(), "Each").isCompleted();
    startBefore(caller, Map.of(), "Race").cancel();
  }
}
