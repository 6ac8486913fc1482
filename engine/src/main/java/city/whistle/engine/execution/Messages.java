package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.state.CorrelatedMessage;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Message;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Brings messages and those who wait for them together; each process gets a message once. */
public final class Messages {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final EventDelivery delivery;

  Messages(
      Turn turn,
      Scopes scopes,
      Evaluator evaluator,
      Definitions definitions,
      EventDelivery delivery) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.delivery = delivery;
  }

  void subscribe(ElementInstance instance, Element event, EventDefinition.Message message) {
    String name = evaluator.name(message.name(), scopes.visibleFrom(instance.key()));
    long keyScope = Subscriptions.scopeOfKey(event, instance);
    String key = evaluator.correlationKey(message.correlationKey(), scopes.visibleFrom(keyScope));
    MessageSubscription subscription =
        new MessageSubscription(
            turn.nextKey(),
            name,
            key,
            instance.key(),
            event.id(),
            instance.processInstanceKey(),
            instance.processDefinitionKey(),
            instance.bpmnProcessId(),
            MessageSubscription.State.CREATED,
            turn.now());
    state.messageSubscriptions.put(subscription);
    if (state.messagesByName.any(nameOf(subscription))) {
      turn.queue(new Step.TakeBuffered(instance.key(), subscription.key()));
    }
  }

  /**
   * Takes what is buffered, the oldest first, once subscriptions were opened. It is a step of its
   * own, and waits for what is under way at the element instance: where another message ends it,
   * this one stays in the buffer for somebody else.
   */
  void takeBuffered(Step.TakeBuffered step) {
    if (turn.isUnderWay(step.key())) {
      turn.queue(step);
    } else if (isWaiting(step.key())) {
      takeBuffered(state.subscriptionsByElement.list(step.key()));
    }
  }

  private boolean isWaiting(long elementInstanceKey) {
    return state
        .elementInstances
        .find(elementInstanceKey)
        .filter(instance -> instance.state() == ElementInstance.State.ACTIVE)
        .filter(instance -> instance.pendingEvent() == null)
        .isPresent();
  }

  /**
   * Of all that an element instance waits for, the messages come in the order in which they were
   * published (camunda 3397), until one ends the waiting.
   */
  private void takeBuffered(List<MessageSubscription> subscriptions) {
    List<Buffered> found = new ArrayList<>();
    subscriptions.forEach(subscription -> buffered(subscription).forEach(found::add));
    found.sort(Comparator.comparingLong(next -> next.message.key()));
    for (Buffered next : found) {
      Message message = state.messages.get(next.message.key());
      if (isFor(message, next.subscription.bpmnProcessId())) {
        state.messages.put(message.correlatedTo(next.subscription.bpmnProcessId()));
        deliver(message, next.subscription);
        if (isUsedUp(next.subscription)) {
          return;
        }
      }
    }
  }

  private Stream<Buffered> buffered(MessageSubscription subscription) {
    return state.messagesByName.stream(nameOf(subscription))
        .filter(message -> isFor(message, subscription.bpmnProcessId()))
        .limit(isUsedUp(subscription) ? 1 : Long.MAX_VALUE)
        .map(message -> new Buffered(message, subscription));
  }

  private record Buffered(Message message, MessageSubscription subscription) {}

  private static State.MessageName nameOf(MessageSubscription subscription) {
    return new State.MessageName(subscription.messageName(), subscription.correlationKey());
  }

  private boolean isFor(Message message, String bpmnProcessId) {
    return message.expiresAt().isAfter(turn.now())
        && !message.correlatedProcessIds().contains(bpmnProcessId);
  }

  void unsubscribe(long elementInstanceKey, Predicate<String> events) {
    for (MessageSubscription subscription : state.subscriptionsByElement.list(elementInstanceKey)) {
      if (events.test(subscription.elementId())) {
        state.messageSubscriptions.archive(
            subscription.in(MessageSubscription.State.DELETED, turn.now()));
      }
    }
  }

  /**
   * Gives the message to everybody who waits for it: once to each process, to one that waits before
   * a new one starts. That is so whether it is published or correlated; only what is published may
   * wait for others (Camunda's docs, Messages: message cardinality).
   */
  public Correlated correlate(Message message) {
    Correlated spread = new Correlated(message, List.of());
    State.MessageName name = new State.MessageName(message.name(), message.correlationKey());
    for (MessageSubscription waiting : state.subscriptionsByMessage.list(name)) {
      if (!spread.hasReached(waiting)) {
        spread = spread.by(waiting, deliver(message, waiting));
      }
    }
    for (MessageSubscription start : state.startSubscriptionsByMessage.list(message.name())) {
      if (!spread.hasReached(start) && isFree(start, message)) {
        spread = spread.by(start, deliver(message, start));
      }
    }
    return spread;
  }

  /**
   * A message and who has it.
   *
   * @param message with the processes that had it
   * @param processInstanceKeys of those that have it now, in the order in which they got it
   */
  public record Correlated(Message message, List<Long> processInstanceKeys) {

    private boolean hasReached(MessageSubscription subscription) {
      return message.correlatedProcessIds().contains(subscription.bpmnProcessId());
    }

    private Correlated by(MessageSubscription subscription, long processInstanceKey) {
      List<Long> keys = new ArrayList<>(processInstanceKeys);
      keys.add(processInstanceKey);
      return new Correlated(message.correlatedTo(subscription.bpmnProcessId()), List.copyOf(keys));
    }
  }

  private boolean isFree(MessageSubscription start, Message message) {
    return message.correlationKey().isEmpty()
        || !state.instancesByStart.any(
            new State.StartedBy(start.bpmnProcessId(), message.correlationKey()));
  }

  /**
   * @return key of the process instance that has the message
   */
  private long deliver(Message message, MessageSubscription subscription) {
    if (isUsedUp(subscription)) {
      state.messageSubscriptions.archive(
          subscription.in(MessageSubscription.State.CORRELATED, turn.now()));
    }
    long processInstanceKey =
        delivery.deliver(subscription, message.variables(), message.correlationKey());
    record(message, subscription, processInstanceKey);
    return processInstanceKey;
  }

  /** Whether a message is all that the subscription is for. */
  private boolean isUsedUp(MessageSubscription subscription) {
    return !subscription.startsProcess()
        && Subscriptions.isInterrupting(
            definitions
                .model(subscription.processDefinitionKey())
                .element(subscription.elementId()));
  }

  private void record(Message message, MessageSubscription subscription, long processInstanceKey) {
    state.correlatedMessages.append(
        new CorrelatedMessage(
            turn.nextKey(),
            message.key(),
            message.name(),
            message.correlationKey(),
            subscription.key(),
            subscription.elementInstanceKey(),
            subscription.elementId(),
            processInstanceKey,
            subscription.processDefinitionKey(),
            subscription.bpmnProcessId(),
            turn.now()));
  }

  /** An instance that a message started is over: the next such message may start the next one. */
  void startNext(ProcessInstance ended) {
    if (ended.correlationKey() == null || ended.correlationKey().isEmpty()) {
      return;
    }
    definitions.latestProcess(ended.bpmnProcessId()).stream()
        .flatMap(latest -> state.startSubscriptionsByDefinition.list(latest.key()).stream())
        .forEach(start -> startFromBuffer(start, ended.correlationKey()));
  }

  private void startFromBuffer(MessageSubscription start, String correlationKey) {
    State.MessageName wanted = new State.MessageName(start.messageName(), correlationKey);
    for (Message message : state.messagesByName.list(wanted)) {
      if (isFor(message, start.bpmnProcessId()) && isFree(start, message)) {
        state.messages.put(message.correlatedTo(start.bpmnProcessId()));
        deliver(message, start);
      }
    }
  }

  /** A new version of a process waits for messages to start it; the older one no longer does. */
  public void subscribeStart(
      long processDefinitionKey, String bpmnProcessId, Element event, String messageName) {
    state.messageSubscriptions.put(
        new MessageSubscription(
            turn.nextKey(),
            messageName,
            null,
            Row.NONE,
            event.id(),
            Row.NONE,
            processDefinitionKey,
            bpmnProcessId,
            MessageSubscription.State.CREATED,
            turn.now()));
  }

  public void unsubscribeStart(long processDefinitionKey) {
    for (MessageSubscription start :
        state.startSubscriptionsByDefinition.list(processDefinitionKey)) {
      state.messageSubscriptions.archive(start.in(MessageSubscription.State.DELETED, turn.now()));
    }
  }
}
