package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.json.LongList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is open, in tables over one journal. Only the writer thread touches it. */
public final class State {

  private final Journal journal = new Journal();

  public final Resources resources = new Resources(journal);

  public final Table<ProcessInstance> processInstances =
      new Table<>("process_instance", ProcessInstance.class, journal);
  public final Index<ProcessInstance, Long> instancesByCaller =
      processInstances.indexBy(i -> orNull(i.parentElementInstanceKey()));
  public final Index<ProcessInstance, StartedBy> instancesByStart =
      processInstances.indexBy(StartedBy::of);

  public final Table<ElementInstance> elementInstances =
      new Table<>("element_instance", ElementInstance.class, journal);
  public final Index<ElementInstance, Long> elementsByScope =
      elementInstances.indexBy(e -> orNull(e.scopeKey()));

  public final Table<LoopItems> loopItems = new Table<>("loop_items", LoopItems.class, journal);

  public final Table<JoinToken> joinTokens = new Table<>("join_token", JoinToken.class, journal);
  public final Index<JoinToken, Long> joinTokensByScope = joinTokens.indexBy(JoinToken::scopeKey);

  public final Table<Variable> variables = new Table<>("variable", Variable.class, journal);
  public final Index<Variable, Long> variablesByScope = variables.indexBy(Variable::scopeKey);
  public final Index<Variable, VariableName> variablesByName =
      variables.indexBy(v -> new VariableName(v.scopeKey(), v.name()));

  public final Table<LoopResult> loopResults =
      new Table<>("loop_result", LoopResult.class, journal);
  public final Index<LoopResult, Long> loopResultsByVariable =
      loopResults.indexBy(LoopResult::variableKey);

  public final Table<Timer> timers = new Table<>("timer", Timer.class, journal);
  public final Index<Timer, Long> timersByElement =
      timers.indexBy(t -> orNull(t.elementInstanceKey()));
  public final Index<Timer, Long> startTimersByDefinition =
      timers.indexBy(t -> t.elementInstanceKey() == Row.NONE ? t.processDefinitionKey() : null);
  public final OrderedIndex<Timer, Instant> timersByDueTime = timers.orderedBy(Timer::dueAt);

  public final Table<Message> messages = new Table<>("message", Message.class, journal);
  public final Index<Message, MessageName> messagesByName =
      messages.indexBy(m -> new MessageName(m.name(), m.correlationKey()));
  public final OrderedIndex<Message, Instant> messagesByExpiry =
      messages.orderedBy(Message::expiresAt);

  public final Table<MessageSubscription> messageSubscriptions =
      new Table<>("message_subscription", MessageSubscription.class, journal);
  public final Index<MessageSubscription, MessageName> subscriptionsByMessage =
      messageSubscriptions.indexBy(
          s -> isStart(s) ? null : new MessageName(s.messageName(), s.correlationKey()));
  public final Index<MessageSubscription, Long> subscriptionsByElement =
      messageSubscriptions.indexBy(s -> orNull(s.elementInstanceKey()));
  public final Index<MessageSubscription, String> startSubscriptionsByMessage =
      messageSubscriptions.indexBy(s -> isStart(s) ? s.messageName() : null);
  public final Index<MessageSubscription, Long> startSubscriptionsByDefinition =
      messageSubscriptions.indexBy(s -> isStart(s) ? s.processDefinitionKey() : null);

  public final Table<SignalSubscription> signalSubscriptions =
      new Table<>("signal_subscription", SignalSubscription.class, journal);
  public final Index<SignalSubscription, String> signalsByName =
      signalSubscriptions.indexBy(SignalSubscription::signalName);
  public final Index<SignalSubscription, Long> signalsByElement =
      signalSubscriptions.indexBy(s -> orNull(s.elementInstanceKey()));
  public final Index<SignalSubscription, Long> startSignalsByDefinition =
      signalSubscriptions.indexBy(
          s -> s.elementInstanceKey() == Row.NONE ? s.processDefinitionKey() : null);

  public final Table<Job> jobs = new Table<>("job", Job.class, journal);
  public final Index<Job, Long> jobsByElement = jobs.indexBy(Job::elementInstanceKey);
  public final Index<Job, String> activatableJobs =
      jobs.indexBy(j -> j.isActivatable() && j.deadline() == null ? j.type() : null);
  public final OrderedIndex<Job, Instant> jobsByDeadline = jobs.orderedBy(Job::deadline);
  public final OrderedIndex<Job, Instant> jobsByRetryTime = jobs.orderedBy(Job::retryAt);

  public final Table<UserTask> userTasks = new Table<>("user_task", UserTask.class, journal);
  public final Index<UserTask, Long> userTasksByElement =
      userTasks.indexBy(UserTask::elementInstanceKey);

  public final Table<Incident> incidents = new Table<>("incident", Incident.class, journal);
  public final Index<Incident, Long> incidentsByElement =
      incidents.indexBy(Incident::elementInstanceKey);
  public final Index<Incident, Long> incidentsByJob = incidents.indexBy(i -> orNull(i.jobKey()));

  public final Table<Continuation> continuations =
      new Table<>("continuation", Continuation.class, journal);

  public final Log<TakenFlow> takenFlows = new Log<>("sequence_flow", TakenFlow.class, journal);
  public final Log<CorrelatedMessage> correlatedMessages =
      new Log<>("correlated_message", CorrelatedMessage.class, journal);
  public final Log<DecisionInstance> decisionInstances =
      new Log<>("decision_instance", DecisionInstance.class, journal);

  public Journal journal() {
    return journal;
  }

  /** Every table whose rows are loaded when the engine starts. */
  public List<Table<?>> tables() {
    return Stream.concat(
            resources.tables().stream(),
            Stream.of(
                processInstances,
                elementInstances,
                loopItems,
                joinTokens,
                variables,
                loopResults,
                timers,
                messages,
                messageSubscriptions,
                signalSubscriptions,
                jobs,
                userTasks,
                incidents,
                continuations))
        .toList();
  }

  /** Tables of history alone. */
  public List<Log<?>> logs() {
    return List.of(takenFlows, correlatedMessages, decisionInstances);
  }

  /** Forgets everything, before it is loaded anew. */
  public void clear() {
    journal.undoTo(0);
    tables().forEach(Table::clear);
  }

  /** Brings together what the store has apart: to be called when everything is loaded. */
  public void loaded() {
    for (LoopResult result : loopResults.all()) {
      variables.find(result.variableKey()).ifPresent(variable -> add(result, variable));
    }
  }

  private void add(LoopResult result, Variable variable) {
    if (variable.value().value() instanceof List<?> list) {
      LongList items = LongList.of(list, result.index() + 1);
      JsonValue value = JsonValue.of(items.with(result.index(), result.value().value()));
      variables.restore(variable.key(), variable.with(value));
    }
  }

  /** When the next timer, message, job lock or job rest ends. */
  public Optional<Instant> nextDue() {
    return Stream.of(
            timersByDueTime.lowest(),
            messagesByExpiry.lowest(),
            jobsByDeadline.lowest(),
            jobsByRetryTime.lowest())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Whether a worker has a job or could take one, or steps are left to be taken. */
  public boolean isAtWork() {
    return !activatableJobs.isEmpty()
        || jobsByDeadline.lowest().isPresent()
        || !continuations.all().isEmpty();
  }

  private static Long orNull(long key) {
    return key == Row.NONE ? null : key;
  }

  private static boolean isStart(MessageSubscription subscription) {
    return subscription.elementInstanceKey() == Row.NONE;
  }

  /** A variable's name in its scope. */
  public record VariableName(long scopeKey, String name) {}

  /** A message's name and correlation key. */
  public record MessageName(String name, String correlationKey) {}

  /** A process and the correlation key of the message that started an instance of it. */
  public record StartedBy(String bpmnProcessId, String correlationKey) {

    private static StartedBy of(ProcessInstance instance) {
      return instance.correlationKey() == null || instance.correlationKey().isEmpty()
          ? null
          : new StartedBy(instance.bpmnProcessId(), instance.correlationKey());
    }
  }
}
