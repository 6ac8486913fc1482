package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Boundary events of a scope whose inside was, or is being, interrupted go on waiting. */
class AttachedEventsTest {

  private static final Map<String, Object> KEY = Map.of("key", "k");

  /** A task that is gone only when its listener is done. */
  private static AbstractFlowNodeBuilder<?, ?> reluctantTask(
      Caller caller, AbstractFlowNodeBuilder<?, ?> at) {
    return at.userTask("Reluctant")
        .zeebeUserTask()
        .zeebeTaskListener(l -> l.canceling().type(caller.id("canceling")));
  }

  private static BpmnModelInstance interruptible(Caller caller, boolean reluctant) {
    return caller
        .process()
        .startEvent()
        .subProcess(
            "Inner",
            s -> {
              s.embeddedSubProcess()
                  .eventSubProcess("Handler")
                  .startEvent()
                  .interrupting(true)
                  .message(m -> m.name(caller.id("one")).zeebeCorrelationKeyExpression("key"))
                  .serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle")))
                  .endEvent();
              var start = s.embeddedSubProcess().startEvent();
              (reluctant
                      ? reluctantTask(caller, start)
                      : start.serviceTask("Work", t -> t.zeebeJobType(caller.id("work"))))
                  .endEvent();
            })
        .boundaryEvent(
            "Two",
            b -> b.message(m -> m.name(caller.id("two")).zeebeCorrelationKeyExpression("key")))
        .endEvent("ByTwo")
        .moveToActivity("Inner")
        .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
        .endEvent("ByTime")
        .moveToActivity("Inner")
        .boundaryEvent("Note", b -> b.cancelActivity(false).signal(caller.id("note")))
        .endEvent("Noted")
        .moveToActivity("Inner")
        .boundaryEvent("Failed", b -> b.error("E"))
        .endEvent("ByError")
        .moveToActivity("Inner")
        .endEvent("Done")
        .done();
  }

  private static void endsBy(Caller caller, Consumer<Instance> event, String end) {
    caller.deploy(interruptible(caller, false));
    Instance instance = caller.start(KEY);
    caller.publish("one", "k", Map.of());
    assertThat(instance.active()).containsExactly("Inner", "Handler", "Handle");
    event.accept(instance);
    instance.isCompleted();
    assertThat(instance.terminated()).contains("Handle", "Handler", "Inner");
    assertThat(instance.completed()).contains(end);
  }

  @OnEveryTarget
  void aMessageEndsTheScopeAfterItsHandlerBegan(Caller caller) {
    endsBy(caller, instance -> caller.publish("two", "k", Map.of()), "ByTwo");
  }

  @OnEveryTarget
  void aTimerEndsTheScopeAfterItsHandlerBegan(Caller caller) {
    endsBy(caller, instance -> caller.moveClock(Duration.ofHours(1)), "ByTime");
  }

  @OnEveryTarget
  void anErrorOfTheHandlerEndsTheScope(Caller caller) {
    endsBy(caller, instance -> caller.throwError("handle", "E", Map.of()), "ByError");
  }

  @OnEveryTarget
  void aSignalThatDoesNotInterruptIsHeardBesideTheHandler(Caller caller) {
    caller.deploy(interruptible(caller, false));
    Instance instance = caller.start(KEY);
    caller.publish("one", "k", Map.of());
    caller.signal("note", Map.of());
    caller.signal("note", Map.of());
    assertThat(instance.completed()).filteredOn("Noted"::equals).hasSize(2);
    caller.complete("handle");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Done");
  }

  @OnEveryTarget
  void aMessageThatComesWhileTheScopeIsInterruptedEndsIt(Caller caller) {
    caller.deploy(interruptible(caller, true));
    Instance instance = caller.start(KEY);
    caller.publish("one", "k", Map.of());
    caller.publish("two", "k", Map.of());
    assertThat(instance.active()).containsExactly("Inner", "Reluctant");
    caller.complete("canceling");
    instance.isCompleted();
    assertThat(instance.completed()).contains("ByTwo").doesNotContain("Handler");
  }

  @OnEveryTarget
  void aSignalThatComesWhileTheScopeIsInterruptedIsHeard(Caller caller) {
    caller.deploy(interruptible(caller, true));
    Instance instance = caller.start(KEY);
    caller.publish("one", "k", Map.of());
    caller.signal("note", Map.of());
    assertThat(instance.completed()).contains("Noted");
    caller.complete("canceling");
    caller.complete("handle");
    instance.isCompleted();
    assertThat(instance.completed()).contains("Handler", "Done");
  }

  @OnEveryTarget
  void anInstanceIsCancelledWhileItsScopeIsInterrupted(Caller caller) {
    caller.deploy(interruptible(caller, true));
    Instance instance = caller.start(KEY);
    caller.publish("one", "k", Map.of());
    instance.cancel();
    assertThat(instance.active()).containsExactly("Inner", "Reluctant");
    caller.complete("canceling");
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
    assertThat(instance.active()).isEmpty();
    assertThat(instance.completed()).doesNotContain("Handler");
  }

  @OnEveryTarget
  void aTimerThatComesWhileATerminateEndEventWaitsEndsTheScope(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Inner",
                s ->
                    reluctantTask(
                            caller, s.embeddedSubProcess().startEvent().parallelGateway("Fork"))
                        .endEvent()
                        .moveToNode("Fork")
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .endEvent("Stop", e -> e.terminate()))
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("ByTime")
            .moveToActivity("Inner")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.complete("work");
    caller.moveClock(Duration.ofHours(1));
    caller.complete("canceling");
    instance.isCompleted();
    assertThat(instance.completed()).contains("ByTime").doesNotContain("Done");
  }

  @OnEveryTarget
  void aTimerThatComesWhileAMultiInstanceHasEnoughEndsIt(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .subProcess(
                "Each",
                s ->
                    reluctantTask(
                            caller,
                            s.embeddedSubProcess()
                                .startEvent()
                                .exclusiveGateway("Which")
                                .conditionExpression("item = 1"))
                        .endEvent()
                        .moveToNode("Which")
                        .conditionExpression("item = 2")
                        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .endEvent())
            .multiInstance(
                m ->
                    m.zeebeInputCollectionExpression("[1, 2]")
                        .zeebeInputElement("item")
                        .completionCondition("=numberOfCompletedInstances > 0"))
            .boundaryEvent("Late", b -> b.timerWithDuration("PT1H"))
            .endEvent("ByTime")
            .moveToActivity("Each")
            .endEvent("Done")
            .done());
    Instance instance = caller.start();
    caller.complete("work");
    caller.moveClock(Duration.ofHours(1));
    caller.complete("canceling");
    instance.isCompleted();
    assertThat(instance.completed()).contains("ByTime").doesNotContain("Done");
  }
}
