package city.whistle.engine.execution;

import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.execution.behavior.Behavior;
import city.whistle.engine.execution.behavior.BusinessRuleTaskBehavior;
import city.whistle.engine.execution.behavior.CallActivityBehavior;
import city.whistle.engine.execution.behavior.EventBasedGatewayBehavior;
import city.whistle.engine.execution.behavior.ExclusiveGatewayBehavior;
import city.whistle.engine.execution.behavior.FlowConditions;
import city.whistle.engine.execution.behavior.InclusiveGatewayBehavior;
import city.whistle.engine.execution.behavior.JobBehavior;
import city.whistle.engine.execution.behavior.MultiInstanceBehavior;
import city.whistle.engine.execution.behavior.PassThroughBehavior;
import city.whistle.engine.execution.behavior.ScopeBehavior;
import city.whistle.engine.execution.behavior.ScriptTaskBehavior;
import city.whistle.engine.execution.behavior.ThrowEventBehavior;
import city.whistle.engine.execution.behavior.UserTaskBehavior;
import city.whistle.engine.execution.behavior.WaitBehavior;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.model.ElementType;
import java.util.EnumMap;
import java.util.Map;

/** The mechanisms of execution, wired once; each knows only those it needs. */
public final class Components {

  public final Turn turn;
  public final Scopes scopes;
  public final Evaluator evaluator;
  public final Definitions definitions;
  public final Activation activation;
  public final Instances instances;
  public final Messages messages;
  public final Timers timers;
  public final Signals signals;
  public final Subscriptions subscriptions;
  public final StartInstructions startInstructions;
  public final Modifications modifications;
  public final Migrations migrations;
  public final Incidents incidents;
  public final Jobs jobs;
  public final UserTasks userTasks;
  public final Decisions decisions;
  public final ErrorEvents errors;
  public final ResultWaiters waiters = new ResultWaiters();
  public final Waiters<Void> transitions = new Waiters<>();
  final Flows flows;
  final Events events;
  final Listeners listeners;
  final Mappings mappings;
  final LoopVariables loopVariables;
  final Items items;
  final Endings endings;
  final Lifecycle lifecycle;

  public Components(
      Turn turn,
      ExpressionEngine expressions,
      DecisionEngine decisionEngine,
      CompiledSources sources) {
    this.turn = turn;
    scopes = new Scopes(turn);
    evaluator = new Evaluator(expressions);
    definitions = new Definitions(turn.state().resources, sources);
    activation = new Activation(turn);
    StartVariables startVariables = new StartVariables(turn, scopes, definitions);
    instances = new Instances(turn, scopes, definitions, activation, startVariables);
    EventDelivery delivery = new EventDelivery(turn, definitions, instances);
    messages = new Messages(turn, scopes, evaluator, definitions, delivery);
    timers = new Timers(turn, scopes, evaluator, delivery);
    signals = new Signals(turn, scopes, evaluator, delivery);
    subscriptions = new Subscriptions(definitions, messages, timers, signals);
    modifications = new Modifications(turn, scopes, definitions, activation, subscriptions);
    startInstructions = new StartInstructions(turn, definitions, instances, modifications);
    incidents = new Incidents(turn, scopes);
    jobs = new Jobs(turn, scopes, evaluator);
    userTasks = new UserTasks(turn, scopes, definitions, jobs, transitions);
    decisions = new Decisions(turn, definitions, decisionEngine);
    errors = new ErrorEvents(turn, definitions, delivery);
    flows = new Flows(turn, definitions, activation);
    migrations = new Migrations(turn, subscriptions, flows, messages);
    events = new Events(turn, definitions, activation, subscriptions, flows);
    listeners = new Listeners(jobs);
    mappings = new Mappings(scopes, evaluator);
    loopVariables = new LoopVariables(turn.state(), scopes);
    items = new Items(turn, loopVariables, definitions, activation);
    endings = new Endings(this);
    lifecycle =
        new Lifecycle(
            turn,
            definitions,
            behaviors(),
            loopVariables,
            mappings,
            startVariables,
            listeners,
            subscriptions,
            flows,
            endings);
  }

  private Map<ElementType, Behavior> behaviors() {
    Behavior scope = new ScopeBehavior(turn, definitions, activation);
    Behavior pass = new PassThroughBehavior(turn);
    Behavior waiting = new WaitBehavior(turn);
    Behavior job = new JobBehavior(jobs);
    FlowConditions conditions = new FlowConditions(scopes, evaluator);
    Behavior throwing =
        new ThrowEventBehavior(
            turn,
            scopes,
            evaluator,
            definitions,
            activation,
            jobs,
            signals,
            errors,
            events::endScope);
    Map<ElementType, Behavior> all = new EnumMap<>(ElementType.class);
    for (ElementType type : ElementType.values()) {
      all.put(
          type,
          switch (type) {
            case PROCESS, SUB_PROCESS, EVENT_SUB_PROCESS -> scope;
            case MULTI_INSTANCE_BODY ->
                new MultiInstanceBehavior(
                    turn, scopes, evaluator, new LoopResults(turn, scopes), events::endScope);
            case START_EVENT, MANUAL_TASK, TASK, PARALLEL_GATEWAY -> pass;
            case INTERMEDIATE_CATCH_EVENT, BOUNDARY_EVENT, RECEIVE_TASK -> waiting;
            case INTERMEDIATE_THROW_EVENT, END_EVENT -> throwing;
            case SERVICE_TASK, SEND_TASK -> job;
            case USER_TASK ->
                new UserTaskBehavior(turn, scopes, evaluator, definitions, userTasks, jobs);
            case SCRIPT_TASK -> new ScriptTaskBehavior(turn, scopes, evaluator, job);
            case BUSINESS_RULE_TASK ->
                new BusinessRuleTaskBehavior(turn, scopes, evaluator, definitions, decisions, job);
            case CALL_ACTIVITY ->
                new CallActivityBehavior(scopes, evaluator, definitions, instances);
            case EXCLUSIVE_GATEWAY -> new ExclusiveGatewayBehavior(turn, conditions);
            case INCLUSIVE_GATEWAY -> new InclusiveGatewayBehavior(turn, conditions);
            case EVENT_BASED_GATEWAY ->
                new EventBasedGatewayBehavior(definitions, flows, activation);
          });
    }
    return all;
  }
}
