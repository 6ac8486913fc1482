package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.SignalSubscription;
import city.whistle.engine.state.State;
import java.util.function.Predicate;

/** Gives signals to everybody who waits for them. */
public final class Signals {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final EventDelivery delivery;

  Signals(Turn turn, Scopes scopes, Evaluator evaluator, EventDelivery delivery) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.delivery = delivery;
  }

  void subscribe(ElementInstance instance, Element event, EventDefinition.Signal signal) {
    state.signalSubscriptions.put(
        new SignalSubscription(
            turn.nextKey(),
            evaluator.name(signal.name(), scopes.visibleFrom(instance.key())),
            instance.key(),
            event.id(),
            instance.processInstanceKey(),
            instance.processDefinitionKey(),
            instance.bpmnProcessId()));
  }

  void unsubscribe(long elementInstanceKey, Predicate<String> events) {
    state.signalsByElement.list(elementInstanceKey).stream()
        .filter(subscription -> events.test(subscription.elementId()))
        .forEach(subscription -> state.signalSubscriptions.remove(subscription.key()));
  }

  public void broadcast(String name, JsonValue variables) {
    state.signalsByName.list(name).forEach(waiting -> delivery.deliver(waiting, variables));
  }

  /** A new version of a process waits for signals to start it; the older one no longer does. */
  public void subscribeStart(
      long processDefinitionKey, String bpmnProcessId, Element event, String signalName) {
    state.signalSubscriptions.put(
        new SignalSubscription(
            turn.nextKey(),
            signalName,
            Row.NONE,
            event.id(),
            Row.NONE,
            processDefinitionKey,
            bpmnProcessId));
  }

  public void unsubscribeStart(long processDefinitionKey) {
    state
        .startSignalsByDefinition
        .list(processDefinitionKey)
        .forEach(subscription -> state.signalSubscriptions.remove(subscription.key()));
  }
}
