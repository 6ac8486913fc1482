package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.JoinToken;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets an instance go on as one of another process or version. What is under way keeps its key and
 * all that was once evaluated for it: jobs, user tasks, variables, incidents. Of what it waits for
 * the mapped events go on waiting, the others are no longer waited for, and those that only the
 * other version has begin now. What has ended stays as it was.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-migration/">process
 *     instance migration</a>
 */
public final class Migrations {

  /** So many element instances may be under way: they are migrated in one go or not at all. */
  private static final int MOST = 20_000;

  private final Turn turn;
  private final State state;
  private final MigrationChecks checks;
  private final Subscriptions subscriptions;
  private final Flows flows;
  private final Messages messages;

  Migrations(Turn turn, Subscriptions subscriptions, Flows flows, Messages messages) {
    this.turn = turn;
    this.state = turn.state();
    this.checks = new MigrationChecks(state);
    this.subscriptions = subscriptions;
    this.flows = flows;
    this.messages = messages;
  }

  /**
   * @throws Rejection where the plan doesn't fit the instance
   */
  public void migrate(ProcessInstance instance, ProcessDefinition to, MigrationPlan plan) {
    List<ElementInstance> all = underWay(instance.key());
    checks.check(instance.key(), all, plan);
    state.processInstances.put(instance.migrated(to));
    all.forEach(one -> migrate(one, to, plan));
    all.forEach(one -> openNew(one, plan));
    all.forEach(this::goOnAtGateways);
    if (!to.bpmnProcessId().equals(instance.bpmnProcessId())) {
      messages.startNext(instance);
    }
  }

  /** The process and everything inside it, from the outside in. */
  private List<ElementInstance> underWay(long processInstanceKey) {
    List<ElementInstance> all = new ArrayList<>();
    all.add(state.elementInstances.get(processInstanceKey));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(state.elementsByScope.list(all.get(i).key()));
      if (all.size() > MOST) {
        throw Rejection.wrongState(
            "Expected to migrate process instance '%d', but more than %d of its elements are under way: more can't be migrated at once."
                .formatted(processInstanceKey, MOST));
      }
    }
    return all;
  }

  private void migrate(ElementInstance instance, ProcessDefinition to, MigrationPlan plan) {
    long key = instance.key();
    Element element = plan.target(instance.elementId()).orElseThrow();
    state.elementInstances.put(instance.migrated(to, element));
    state.variablesByScope.list(key).forEach(it -> state.variables.put(it.migrated(to)));
    state.jobsByElement.list(key).forEach(it -> state.jobs.put(it.migrated(to, element.id())));
    state.userTasksByElement.list(key).forEach(it -> state.userTasks.put(it.migrated(to, element)));
    state
        .incidentsByElement
        .list(key)
        .forEach(it -> state.incidents.put(it.migrated(to, element.id())));
    state.joinTokensByScope.list(key).forEach(it -> state.joinTokens.put(migrated(it, plan)));
    subscriptions.close(instance, eventId -> plan.mapped(eventId).isEmpty());
    goOnWaiting(key, to, plan);
  }

  private static JoinToken migrated(JoinToken token, MigrationPlan plan) {
    return token.migrated(
        plan.mapped(token.gatewayId()).orElseThrow(), plan.mapped(token.flowId()).orElseThrow());
  }

  /** Only what is mapped still waits. */
  private void goOnWaiting(long key, ProcessDefinition to, MigrationPlan plan) {
    state
        .timersByElement
        .list(key)
        .forEach(
            it -> state.timers.put(it.migrated(to, plan.mapped(it.elementId()).orElseThrow())));
    state
        .subscriptionsByElement
        .list(key)
        .forEach(
            it ->
                state.messageSubscriptions.put(
                    it.migrated(to, plan.mapped(it.elementId()).orElseThrow(), turn.now())));
    state
        .signalsByElement
        .list(key)
        .forEach(
            it ->
                state.signalSubscriptions.put(
                    it.migrated(to, plan.mapped(it.elementId()).orElseThrow())));
  }

  /** What an active element waits for now, and nobody's event became. */
  private void openNew(ElementInstance before, MigrationPlan plan) {
    if (before.state() != ElementInstance.State.ACTIVE || before.hasHappened()) {
      return;
    }
    Set<String> kept = new HashSet<>();
    for (String eventId : Subscriptions.events(plan.source(before.elementId()))) {
      plan.mapped(eventId).ifPresent(kept::add);
    }
    ElementInstance now = state.elementInstances.get(before.key());
    try {
      subscriptions.open(plan.ofTarget(now.elementId()), now, id -> !kept.contains(id));
    } catch (IncidentException e) {
      throw Rejection.wrongState(
          "Expected to migrate process instance '%d', but the events of '%s' can't be waited for: %s"
              .formatted(before.processInstanceKey(), now.elementId(), e.getMessage()));
    }
  }

  /** An inclusive gateway may wait for what can no longer come. */
  private void goOnAtGateways(ElementInstance before) {
    ElementInstance now = state.elementInstances.get(before.key());
    if (now.acceptsTokens()) {
      flows.fireInclusiveJoins(now);
    }
  }
}
