package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.List;
import java.util.Map;

/** How element instances and processes end, and what becomes of the scope around them. */
final class Endings {

  private static final int CHILDREN_A_STEP = 100;

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Activation activation;
  private final Subscriptions subscriptions;
  private final Flows flows;
  private final Events events;
  private final Incidents incidents;
  private final Jobs jobs;
  private final UserTasks userTasks;
  private final Messages messages;
  private final ResultWaiters waiters;

  Endings(Components c) {
    this.turn = c.turn;
    this.state = c.turn.state();
    this.scopes = c.scopes;
    this.definitions = c.definitions;
    this.activation = c.activation;
    this.subscriptions = c.subscriptions;
    this.flows = c.flows;
    this.events = c.events;
    this.incidents = c.incidents;
    this.jobs = c.jobs;
    this.userTasks = c.userTasks;
    this.messages = c.messages;
    this.waiters = c.waiters;
  }

  void complete(ElementInstance instance) {
    leaveMemory(instance, ElementInstance.State.COMPLETED);
  }

  void completeProcess(ElementInstance root) {
    Map<String, Object> variables = scopes.locals(root.key());
    leaveMemory(root, ElementInstance.State.COMPLETED);
    ProcessInstance process = endProcess(root, ProcessInstance.State.COMPLETED);
    waiters.completed(turn, process.key(), variables);
    if (process.parentElementInstanceKey() != Row.NONE) {
      returnTo(process.parentElementInstanceKey(), variables);
    }
  }

  private void returnTo(long callerKey, Map<String, Object> variables) {
    turn.queue(new Step.Complete(callerKey, JsonValue.of(variables)));
  }

  private ProcessInstance endProcess(ElementInstance root, ProcessInstance.State end) {
    ProcessInstance process = state.processInstances.get(root.key());
    state.processInstances.archive(process.ended(end, turn.now()));
    messages.startNext(process);
    return process;
  }

  void terminate(Step.Terminate step) {
    state
        .elementInstances
        .find(step.key())
        .filter(instance -> instance.state() != ElementInstance.State.TERMINATING)
        .ifPresent(this::terminate);
  }

  private void terminate(ElementInstance instance) {
    ElementInstance terminating = instance.in(ElementInstance.State.TERMINATING);
    state.elementInstances.put(terminating);
    subscriptions.close(instance);
    flows.dropTokens(instance.key());
    incidents.dropFor(instance.key());
    jobs.cancelFor(instance.key());
    boolean isEmpty = !state.elementsByScope.any(instance.key());
    if (!isEmpty) {
      long last = state.elementsByScope.lastKey(instance.key());
      turn.queue(new Step.TerminateChildren(instance.key(), Row.NONE, last));
    }
    List<ProcessInstance> called = state.instancesByCaller.list(instance.key());
    called.forEach(child -> turn.queue(new Step.Terminate(child.key())));
    if (isEmpty && called.isEmpty() && userTasks.cancelFor(terminating)) {
      terminated(terminating);
    }
  }

  void terminateChildren(Step.TerminateChildren step) {
    List<ElementInstance> some =
        state.elementsByScope.listBetween(step.key(), step.after(), step.last(), CHILDREN_A_STEP);
    some.forEach(child -> turn.queue(new Step.Terminate(child.key())));
    if (some.size() == CHILDREN_A_STEP) {
      long after = some.get(CHILDREN_A_STEP - 1).key();
      turn.queue(new Step.TerminateChildren(step.key(), after, step.last()));
    }
  }

  /** Everything inside the instance is gone: now it goes itself. */
  void terminated(ElementInstance instance) {
    leaveMemory(instance, ElementInstance.State.TERMINATED);
    if (instance.scopeKey() == Row.NONE) {
      terminatedProcess(instance);
      return;
    }
    ElementInstance scope = state.elementInstances.get(instance.scopeKey());
    PendingEvent event = instance.pendingEvent();
    if (event != null
        && event.elementId() != null
        && scope.acceptsTokens()
        && isBoundary(instance, event)) {
      activation.activateEvent(
          scope, model(instance).element(event.elementId()), event.variables());
    }
    if (scope.type() == ElementType.MULTI_INSTANCE_BODY) {
      state.elementInstances.put(scope.with(scope.loop().oneTerminated()));
    }
    childEnded(scope.key());
  }

  private boolean isBoundary(ElementInstance instance, PendingEvent event) {
    return model(instance).element(event.elementId()).type() == ElementType.BOUNDARY_EVENT;
  }

  private void terminatedProcess(ElementInstance root) {
    ProcessInstance process = endProcess(root, ProcessInstance.State.TERMINATED);
    waiters.terminated(turn, process.key());
    if (process.parentElementInstanceKey() != Row.NONE) {
      state.elementInstances.find(process.parentElementInstanceKey()).ifPresent(this::terminated);
    }
  }

  private void leaveMemory(ElementInstance instance, ElementInstance.State end) {
    scopes.close(instance.key());
    incidents.dropFor(instance.key());
    state.loopItems.remove(instance.key());
    state.elementInstances.archive(instance.ended(end, turn.now()));
  }

  /** Something inside the scope has ended: what is next for the scope? */
  void childEnded(long scopeKey) {
    ElementInstance scope = state.elementInstances.get(scopeKey);
    if (scope.acceptsTokens()) {
      flows.fireInclusiveJoins(scope);
    }
    if (state.elementsByScope.any(scopeKey)) {
      return;
    }
    if (scope.state() == ElementInstance.State.TERMINATING) {
      terminated(scope);
    } else if (scope.pendingEvent() != null) {
      events.goOnIn(scope);
    } else if (!state.joinTokensByScope.any(scopeKey) && hasNoMoreItems(scope)) {
      turn.queue(new Step.Complete(scopeKey));
    }
  }

  private static boolean hasNoMoreItems(ElementInstance scope) {
    return scope.loop() == null || scope.loop().next() >= scope.loop().total();
  }

  private ProcessModel model(ElementInstance instance) {
    return definitions.model(instance.processDefinitionKey());
  }
}
