package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What the variables of a start are there for: keys, listeners, event sub-processes. */
class StartVariablesTest {

  /** A process whose event sub-process is keyed by a variable that the start brings. */
  private static BpmnModelInstance keyedByItsStart(
      Caller caller, Consumer<StartEventBuilder> start) {
    ProcessBuilder process = caller.process();
    process.zeebeStartExecutionListener(caller.id("begin"));
    process.eventSubProcess(
        "Handler",
        handler ->
            handler
                .startEvent()
                .interrupting(true)
                .message(m -> m.name(caller.id("stop")).zeebeCorrelationKeyExpression("orderId"))
                .endEvent("Stopped"));
    StartEventBuilder begun = process.startEvent("Asked");
    start.accept(begun);
    return begun.serviceTask("Work", t -> t.zeebeJobType(caller.id("work"))).endEvent().done();
  }

  private static void isStoppedByItsKey(Caller caller, Map<String, Object> seenByListener) {
    assertThat(caller.complete("begin").getVariablesAsMap()).isEqualTo(seenByListener);
    Instance instance = caller.instances(caller.id()).get(0);
    assertThat(instance.incidents()).isEmpty();
    assertThat(instance.variables()).containsEntry("orderId", "\"o1\"");
    caller.publish("stop", "o1", Map.of());
    instance.isCompleted();
    assertThat(instance.completed()).contains("Stopped");
  }

  @OnEveryTarget
  void aMessagesVariablesAreThereBeforeListenersAndEventSubProcesses(Caller caller) {
    caller.deploy(keyedByItsStart(caller, s -> s.message(caller.id("ask"))));
    caller.publish("ask", "", Map.of("orderId", "o1"));
    isStoppedByItsKey(caller, Map.of("orderId", "o1"));
  }

  @OnEveryTarget
  void aCorrelatedMessagesVariablesAreThereToo(Caller caller) {
    caller.deploy(keyedByItsStart(caller, s -> s.message(caller.id("ask"))));
    caller
        .client()
        .newCorrelateMessageCommand()
        .messageName(caller.id("ask"))
        .withoutCorrelationKey()
        .variables(Map.of("orderId", "o1"))
        .send()
        .join();
    isStoppedByItsKey(caller, Map.of("orderId", "o1"));
  }

  @OnEveryTarget
  void aSignalsVariablesAreThereBeforeListenersAndEventSubProcesses(Caller caller) {
    caller.deploy(keyedByItsStart(caller, s -> s.signal(caller.id("alarm"))));
    caller.signal("alarm", Map.of("orderId", "o1"));
    isStoppedByItsKey(caller, Map.of("orderId", "o1"));
  }

  @OnEveryTarget
  void whatAStartEventMapsIsThereBeforeEventSubProcesses(Caller caller) {
    caller.deploy(
        keyedByItsStart(
            caller, s -> s.message(caller.id("ask")).zeebeOutputExpression("order.id", "orderId")));
    caller.publish("ask", "", Map.of("order", Map.of("id", "o1")));
    isStoppedByItsKey(caller, Map.of());
    assertThat(caller.instances(caller.id()).get(0).variables()).containsOnlyKeys("orderId");
  }

  @OnEveryTarget
  void whatATimersStartEventMapsIsThereBeforeEventSubProcesses(Caller caller) {
    caller.deploy(
        keyedByItsStart(
            caller,
            s -> s.timerWithCycle("R1/PT1H").zeebeOutputExpression("\"o\" + \"1\"", "orderId")));
    caller.moveClock(Duration.ofHours(1));
    isStoppedByItsKey(caller, Map.of());
  }

  @OnEveryTarget
  void anEventSubProcessesOwnOnesAreKeyedByItsEvent(Caller caller) {
    ProcessBuilder process = caller.process();
    process.eventSubProcess(
        "Outer",
        outer -> {
          StartEventBuilder alarmed =
              outer.startEvent().interrupting(false).signal(caller.id("alarm"));
          EventSubProcesses.around(alarmed)
              .eventSubProcess("Within")
              .startEvent()
              .interrupting(true)
              .message(m -> m.name(caller.id("stop")).zeebeCorrelationKeyExpression("orderId"))
              .endEvent("Stopped");
          alarmed.serviceTask("Handle", t -> t.zeebeJobType(caller.id("handle"))).endEvent();
        });
    caller.deploy(
        process
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .endEvent()
            .done());
    Instance instance = caller.start();
    caller.signal("alarm", Map.of("orderId", "o1"));
    assertThat(instance.incidents()).isEmpty();
    caller.publish("stop", "o1", Map.of());
    assertThat(instance.completed()).contains("Stopped", "Within", "Outer");
    instance.cancel();
  }

  @OnEveryTarget
  void aMissingKeyIsRepairedInTheInstanceThatTheMessageStarted(Caller caller) {
    caller.deploy(keyedByItsStart(caller, s -> s.message(caller.id("ask"))));
    caller.publish("ask", "", Map.of("n", 1));
    caller.complete("begin");
    Instance instance = caller.instances(caller.id()).get(0);
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, caller.id());
    assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
    instance.repair(Map.of("orderId", "o1"));
    caller.complete("begin");
    caller.publish("stop", "o1", Map.of());
    instance.isCompleted();
  }
}
