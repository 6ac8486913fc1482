package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Names and times of boundary events see what is their activity's own; correlation keys don't. */
class AttachedExpressionsTest {

  /** A task that makes {@code own} of its own, with an event attached to it. */
  private static BpmnModelInstance task(Caller caller, Consumer<BoundaryEventBuilder> event) {
    return caller
        .process()
        .startEvent()
        .serviceTask(
            "Work",
            t -> t.zeebeJobType(caller.id("work")).zeebeInputExpression("prefix + \"n\"", "own"))
        .boundaryEvent("Attached", event)
        .endEvent("ByEvent")
        .moveToActivity("Work")
        .endEvent()
        .done();
  }

  private static void endsByEvent(Instance instance) {
    instance.isCompleted();
    assertThat(instance.completed()).contains("ByEvent");
  }

  @OnEveryTarget
  void aTimeIsSeenFromTheActivity(Caller caller) {
    caller.deploy(
        task(
            caller, b -> b.timerWithDurationExpression("if own = \"xn\" then \"PT1H\" else null")));
    Instance instance = caller.start(Map.of("prefix", "x"));
    assertThat(instance.incidents()).isEmpty();
    caller.moveClock(Duration.ofHours(1));
    endsByEvent(instance);
  }

  @OnEveryTarget
  void aSignalsNameIsSeenFromTheActivity(Caller caller) {
    caller.deploy(task(caller, b -> b.signal(s -> s.nameExpression("own"))));
    Instance instance = caller.start(Map.of("prefix", caller.id("alarm")));
    caller.client().newBroadcastSignalCommand().signalName(caller.id("alarm") + "n").send().join();
    endsByEvent(instance);
  }

  @OnEveryTarget
  void aMessagesNameIsSeenFromTheActivityAndItsKeyFromOutside(Caller caller) {
    caller.deploy(
        task(
            caller,
            b ->
                b.message(
                    m -> m.nameExpression("own").zeebeCorrelationKeyExpression("string(own)"))));
    Instance instance = caller.start(Map.of("prefix", caller.id("news"), "own", "outside"));
    caller
        .client()
        .newPublishMessageCommand()
        .messageName(caller.id("news") + "n")
        .correlationKey("outside")
        .send()
        .join();
    endsByEvent(instance);
  }

  @OnEveryTarget
  void aStartListenersVariablesAreThereToo(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask(
                "Work",
                t ->
                    t.zeebeJobType(caller.id("work"))
                        .zeebeStartExecutionListener(caller.id("before")))
            .boundaryEvent("Attached", b -> b.timerWithDurationExpression("wait"))
            .endEvent("ByEvent")
            .moveToActivity("Work")
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.complete("before", Map.of("wait", "PT1H"));
    assertThat(instance.incidents()).isEmpty();
    caller.moveClock(Duration.ofHours(1));
    endsByEvent(instance);
  }
}
