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

  private static long correlate(Caller caller, String key) {
    return caller
        .client()
        .newCorrelateMessageCommand()
        .messageName(caller.id("news"))
        .correlationKey(key)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static BpmnModelInstance started(Caller caller, String process) {
    return caller
        .process(process)
        .startEvent("Asked")
        .message(caller.id("news"))
        .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void correlationReachesEveryProcessAndNamesTheFirst(Caller caller) {
    caller.deploy(waiting(caller, "a"), waiting(caller, "b"), started(caller, "c"));
    Instance first = wait(caller, "a");
    Instance second = wait(caller, "a");
    Instance other = wait(caller, "b");
    assertThat(correlate(caller, "c")).isEqualTo(first.key());
    first.isCompleted();
    other.isCompleted();
    assertThat(caller.instances(caller.id("c"))).hasSize(1);
    assertThat(second.active()).containsExactly("Wait");
    assertThat(correlate(caller, "c")).isEqualTo(second.key());
    assertThat(caller.instances(caller.id("c"))).hasSize(1);
  }

  @OnEveryTarget
  void correlationStartsAProcessWhereNobodyWaits(Caller caller) {
    caller.deploy(started(caller, "c"));
    long key = correlate(caller, "c");
    assertThat(caller.instances(caller.id("c"))).extracting(Instance::key).containsExactly(key);
    Refusal.NOT_FOUND.of(() -> correlate(caller, "c"), caller.id("news"));
    caller.complete("work");
    assertThat(correlate(caller, "c")).isNotEqualTo(key);
  }

  /** Its message starts it, and it waits for the same message with its own key. */
  private static BpmnModelInstance startedAndWaiting(Caller caller) {
    var process = caller.process();
    process
        .startEvent("ByHand")
        .exclusiveGateway("Either")
        .intermediateCatchEvent(
            "Wait",
            e -> e.message(m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("key")))
        .endEvent();
    return process.startEvent("Asked").message(caller.id("news")).connectTo("Either").done();
  }

  @OnEveryTarget
  void anInstanceThatWaitsGetsTheMessageBeforeItsProcessStarts(Caller caller) {
    caller.deploy(startedAndWaiting(caller));
    Instance published = caller.start(Map.of("key", "k"));
    caller.publish("news", "k", Map.of());
    published.isCompleted();
    Instance correlated = caller.start(Map.of("key", "k"));
    assertThat(correlate(caller, "k")).isEqualTo(correlated.key());
    correlated.isCompleted();
    assertThat(caller.instances(caller.id())).hasSize(2);
  }

  @OnEveryTarget
  void aBufferedMessageThatTheFirstOneForestallsWaitsForSomebodyElse(Caller caller) {
    caller.deploy(
        caller
            .process()
            .startEvent()
            .serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
            .boundaryEvent(
                "News",
                b ->
                    b.message(
                        m -> m.name(caller.id("news")).zeebeCorrelationKeyExpression("caseId")))
            .endEvent("ByNews")
            .moveToActivity("Work")
            .boundaryEvent(
                "More",
                b ->
                    b.message(
                        m -> m.name(caller.id("more")).zeebeCorrelationKeyExpression("caseId")))
            .endEvent("ByMore")
            .done());
    caller.publish("news", "c", Map.of());
    caller.publish("more", "c", Map.of());
    Instance first = caller.start(Map.of("caseId", "c"));
    assertThat(first.completed()).contains("ByNews").doesNotContain("ByMore");
    Instance second = caller.start(Map.of("caseId", "c"));
    assertThat(second.completed()).contains("ByMore");
  }
}
