package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.CorrelateMessageResponse;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;

class MessagesTest {

  private static BpmnModelInstance waiting(Caller caller, String process) {
    return caller
        .process(process)
        .startEvent()
        .intermediateCatchEvent(
            "Wait",
            e -> e.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId")))
        .endEvent()
        .done();
  }

  private static Instance wait(Caller caller, String process) {
    return caller.start(caller.id(process), Map.of("caseId", "c"));
  }

  @OnEveryTarget
  void aMessageIsKeptForItsTimeToLive(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    caller.publish("news", "c", Map.of(), Duration.ofMinutes(10));
    caller.moveClock(Duration.ofMinutes(9));
    wait(caller, "a").isCompleted();
    caller.publish("news", "c", Map.of(), Duration.ofMinutes(10));
    caller.moveClock(Duration.ofMinutes(10));
    assertThat(wait(caller, "a").active()).containsExactly("Wait");
  }

  @OnEveryTarget
  void aMessageWithoutTimeToLiveIsNotKept(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    caller.publish("news", "c", Map.of(), Duration.ZERO);
    Instance instance = wait(caller, "a");
    assertThat(instance.active()).containsExactly("Wait");
    caller.publish("news", "c", Map.of(), Duration.ZERO);
    instance.isCompleted();
  }

  @OnEveryTarget
  void aMessageIdIsTakenOnlyOnceWhileItsMessageIsKept(Caller caller) {
    publishWithId(caller, "id-1", "c");
    Refusal.ALREADY_EXISTS.of(() -> publishWithId(caller, "id-1", "c"), "id-1");
    publishWithId(caller, "id-2", "c");
    publishWithId(caller, "id-1", "other");
    caller.moveClock(Duration.ofMinutes(10));
    publishWithId(caller, "id-1", "c");
  }

  private static void publishWithId(Caller caller, String id, String key) {
    caller
        .client()
        .newPublishMessageCommand()
        .messageName(caller.id("news"))
        .correlationKey(key)
        .messageId(id)
        .timeToLive(Duration.ofMinutes(10))
        .send()
        .join();
  }

  @OnEveryTarget
  void eachProcessGetsAMessageOnceWhateverWaitsInIt(Caller caller) {
    caller.deploy(waiting(caller, "a"), waiting(caller, "b"));
    Instance first = wait(caller, "a");
    Instance second = wait(caller, "a");
    Instance other = wait(caller, "b");
    caller.publish("news", "c", Map.of());
    first.isCompleted();
    assertThat(second.active()).containsExactly("Wait");
    other.isCompleted();
    caller.publish("news", "c", Map.of());
    second.isCompleted();
  }

  @OnEveryTarget
  void correlationTellsWhichInstanceGotTheMessage(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    Instance instance = wait(caller, "a");
    CorrelateMessageResponse answer =
        caller
            .client()
            .newCorrelateMessageCommand()
            .messageName(caller.id("news"))
            .correlationKey("c")
            .variables(Map.of("n", 1))
            .send()
            .join();
    assertThat(answer.getProcessInstanceKey()).isEqualTo(instance.key());
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("n", "1");
  }

  @OnEveryTarget
  void correlationKeepsNothing(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    Refusal.NOT_FOUND.of(
        () ->
            caller
                .client()
                .newCorrelateMessageCommand()
                .messageName(caller.id("news"))
                .correlationKey("c")
                .send()
                .join(),
        caller.id("news"));
    assertThat(wait(caller, "a").active()).containsExactly("Wait");
  }

  @OnEveryTarget
  void aMessageNameMayBeAnExpression(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .receiveTask("Wait")
            .message(m -> m.nameExpression("topic").zeebeCorrelationKeyExpression("caseId"))
            .endEvent()
            .done());
    Instance instance = caller.start(Map.of("topic", caller.id("news"), "caseId", "c"));
    caller.publish("news", "c", Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void aSubscriptionKeepsTheKeyThatItWasOpenedWith(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    Instance instance = wait(caller, "a");
    instance.setVariables(instance.key(), Map.of("caseId", "d"), false);
    caller.publish("news", "d", Map.of());
    assertThat(instance.active()).containsExactly("Wait");
    caller.publish("news", "c", Map.of());
    instance.isCompleted();
  }

  @OnEveryTarget
  void subscriptionsAndCorrelationsAreShown(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    Instance instance = wait(caller, "a");
    caller.publish("news", "c", Map.of());
    var subscriptions =
        caller
            .client()
            .newMessageSubscriptionSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .send()
            .join()
            .items();
    assertThat(subscriptions)
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getMessageName()).isEqualTo(caller.id("news"));
              assertThat(found.getCorrelationKey()).isEqualTo("c");
              assertThat(found.getMessageSubscriptionState().name()).isEqualTo("CORRELATED");
            });
    assertThat(
            caller
                .client()
                .newCorrelatedMessageSubscriptionSearchRequest()
                .filter(f -> f.processInstanceKey(instance.key()))
                .send()
                .join()
                .items())
        .hasSize(1);
  }

  @OnEveryTarget
  void correlationPrefersAProcessToStart(Caller caller) {
    caller.deploy(waiting(caller, "a"));
    caller.deploy(
        caller.process("b").startEvent("Asked").message(caller.id("news")).endEvent().done());
    Instance waits = wait(caller, "a");
    long started =
        caller
            .client()
            .newCorrelateMessageCommand()
            .messageName(caller.id("news"))
            .correlationKey("c")
            .send()
            .join()
            .getProcessInstanceKey();
    assertThat(waits.active()).containsExactly("Wait");
    assertThat(caller.instances(caller.id("b"))).extracting(Instance::key).containsExactly(started);
    waits.cancel();
  }
}
