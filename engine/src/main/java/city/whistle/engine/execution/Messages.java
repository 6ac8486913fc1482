package city.whistle.engine.execution;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.state.CorrelatedMessage;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Message;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.Optional;

/** Brings messages and those who wait for them together; each process gets a message once. */
public final class Messages {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final Instances instances;

  public Messages(
      Turn turn, Scopes scopes, Evaluator evaluator, Definitions definitions, Instances instances) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.instances = instances;
  }

  void subscribe(ElementInstance instance, Element event, EventDefinition.Message message) {
    VariableSource variables = scopes.visibleFrom(Subscriptions.scopeOf(event, instance));
    String name = evaluator.name(message.name(), variables);
    String key = evaluator.correlationKey(message.correlationKey(), variables);
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
    takeBuffered(subscription);
  }

  private void takeBuffered(MessageSubscription subscription) {
    State.MessageName wanted =
        new State.MessageName(subscription.messageName(), subscription.correlationKey());
    for (Message message : state.messagesByName.list(wanted)) {
      if (isFor(message, subscription.bpmnProcessId())) {
        state.messages.put(message.correlatedTo(subscription.bpmnProcessId()));
        if (deliver(message, subscription)) {
          return;
        }
      }
    }
  }

  private boolean isFor(Message message, String bpmnProcessId) {
    return message.expiresAt().isAfter(turn.now())
        && !message.correlatedProcessIds().contains(bpmnProcessId);
  }

  void unsubscribe(long elementInstanceKey) {
    for (MessageSubscription subscription : state.subscriptionsByElement.list(elementInstanceKey)) {
      state.messageSubscriptions.archive(
          subscription.in(MessageSubscription.State.DELETED, turn.now()));
    }
  }

  /**
   * Gives the message to everybody who waits for it.
   *
   * @return the message with the processes that had it
   */
  public Message correlateToAll(Message message) {
    Message spread = message;
    State.MessageName name = new State.MessageName(message.name(), message.correlationKey());
    for (MessageSubscription subscription : state.subscriptionsByMessage.list(name)) {
      if (!spread.correlatedProcessIds().contains(subscription.bpmnProcessId())) {
        deliver(message, subscription);
        spread = spread.correlatedTo(subscription.bpmnProcessId());
      }
    }
    for (MessageSubscription start : state.startSubscriptionsByMessage.list(message.name())) {
      if (!spread.correlatedProcessIds().contains(start.bpmnProcessId())
          && isFree(start, message)) {
        start(message, start);
        spread = spread.correlatedTo(start.bpmnProcessId());
      }
    }
    return spread;
  }

  /**
   * Gives the message to one: a process to start, else the first that waits.
   *
   * @return key of the process instance that has it
   */
  public Optional<Long> correlateToOne(Message message) {
    for (MessageSubscription start : state.startSubscriptionsByMessage.list(message.name())) {
      if (isFree(start, message)) {
        return Optional.of(start(message, start));
      }
    }
    return state
        .subscriptionsByMessage
        .first(new State.MessageName(message.name(), message.correlationKey()))
        .map(
            subscription -> {
              deliver(message, subscription);
              return subscription.processInstanceKey();
            });
  }

  private boolean isFree(MessageSubscription start, Message message) {
    return message.correlationKey().isEmpty()
        || !state.instancesByStart.any(
            new State.StartedBy(start.bpmnProcessId(), message.correlationKey()));
  }

  private long start(Message message, MessageSubscription start) {
    ProcessInstance instance =
        instances.startByEvent(
            definitions.process(start.processDefinitionKey()).orElseThrow(),
            start.elementId(),
            message.variables(),
            message.correlationKey());
    record(message, start, instance.key(), Row.NONE);
    return instance.key();
  }

  /**
   * @return whether the subscription is used up
   */
  private boolean deliver(Message message, MessageSubscription subscription) {
    record(
        message,
        subscription,
        subscription.processInstanceKey(),
        subscription.elementInstanceKey());
    Element event =
        definitions.model(subscription.processDefinitionKey()).element(subscription.elementId());
    boolean usedUp = Subscriptions.isInterrupting(event);
    if (usedUp) {
      state.messageSubscriptions.archive(
          subscription.in(MessageSubscription.State.CORRELATED, turn.now()));
    }
    turn.queue(
        new Step.Trigger(
            subscription.elementInstanceKey(), subscription.elementId(), message.variables()));
    return usedUp;
  }

  private void record(
      Message message,
      MessageSubscription subscription,
      long processInstanceKey,
      long elementInstanceKey) {
    state.correlatedMessages.append(
        new CorrelatedMessage(
            turn.nextKey(),
            message.key(),
            message.name(),
            message.correlationKey(),
            subscription.key(),
            elementInstanceKey,
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
        start(message, start);
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
