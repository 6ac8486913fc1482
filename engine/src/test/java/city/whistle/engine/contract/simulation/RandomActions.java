package city.whistle.engine.contract.simulation;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.CorrelateMessage;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.SignalSubscription;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import city.whistle.engine.state.Variable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;

/** What workers, people and time do to what is open, at random. */
final class RandomActions {

  private static final int MOST_OPEN = 4;

  private final Random random;
  private final State state;

  RandomActions(Random random, State state) {
    this.random = random;
    this.state = state;
  }

  /** Anything that may happen; empty where what was drawn has nothing to act on. */
  Optional<Command<?>> next() {
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4 -> any(jobs(), this::complete);
      case 5 -> any(jobs(), this::fail);
      case 6 -> any(jobs(), job -> throwError(job));
      case 7, 8, 9 -> any(tasks(), RandomActions::complete);
      case 10, 11 -> any(subscriptions(), this::publish);
      case 12 -> any(signals(), RandomActions::signal);
      case 13, 14 -> Optional.of(new MoveClock.By(Duration.ofMinutes(random.nextInt(120))));
      case 15, 16 -> any(incidents(), incident -> new ResolveIncident(incident.key()));
      case 17 -> any(jobs(), job -> new UpdateJob(job.key(), 1 + random.nextInt(2), null));
      case 18 -> any(instances(), this::setVariables);
      case 19 ->
          Optional.of(new ActivateJobs(RandomModel.JOB, "w", Duration.ofHours(1), 2, List.of()));
      case 20 -> started(RandomModel.startOf("main"));
      case 21 ->
          random.nextInt(8) == 0
              ? any(instances(), instance -> new CancelInstance(instance.key()))
              : Optional.empty();
      default -> Optional.of(new CompleteJob(1, JsonValue.EMPTY_OBJECT, null));
    };
  }

  /** One at a time, so that what is open stays few. */
  private Optional<Command<?>> started(String message) {
    if (state.processInstances.all().size() >= MOST_OPEN) {
      return Optional.empty();
    }
    String key = "k" + random.nextInt(3);
    List<Long> items = LongStream.range(0, random.nextInt(4)).boxed().toList();
    JsonValue variables =
        JsonValue.of(
            Map.of(
                "ok",
                random.nextInt(4) > 0,
                "n",
                (long) random.nextInt(10),
                "items",
                items,
                "key",
                key));
    return Optional.of(
        random.nextBoolean()
            ? new CorrelateMessage(message, key, variables)
            : new PublishMessage(message, key, Duration.ZERO, null, variables));
  }

  /** What brings the open instances to their end; empty where nothing is open. */
  Optional<Command<?>> benign() {
    return this.<Command<?>>either(
        any(notOk(), RandomActions::setOk),
        any(blocked(), job -> new UpdateJob(job.key(), 1, null)),
        any(incidents(), this::endIncident),
        any(jobs(), this::complete),
        any(tasks(), RandomActions::complete),
        event(),
        event(),
        event(),
        state.processInstances.all().isEmpty()
            ? Optional.empty()
            : Optional.of(new MoveClock.By(Duration.ofHours(1))));
  }

  private Optional<Command<?>> event() {
    return switch (random.nextInt(3)) {
      case 0 -> any(subscriptions(), this::publish);
      case 1 -> any(signals(), RandomActions::signal);
      default -> Optional.empty();
    };
  }

  /** An error end event that nobody catches can't be repaired. */
  private Command<?> endIncident(Incident incident) {
    boolean hopeless =
        incident.errorType() == ErrorType.UNHANDLED_ERROR_EVENT && incident.jobKey() == Row.NONE;
    return hopeless
        ? new CancelInstance(
            state.processInstances.get(incident.processInstanceKey()).rootProcessInstanceKey())
        : new ResolveIncident(incident.key());
  }

  @SafeVarargs
  private <T> Optional<T> either(Optional<T>... choices) {
    for (Optional<T> choice : choices) {
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }

  private <R extends Row> Optional<Command<?>> any(
      List<R> rows, Function<R, ? extends Command<?>> action) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(action.apply(rows.get(random.nextInt(rows.size()))));
  }

  private static <R extends Row> List<R> sorted(java.util.stream.Stream<R> rows) {
    return rows.sorted(Comparator.comparingLong(Row::key)).toList();
  }

  private List<Job> jobs() {
    return sorted(state.jobs.all().stream().filter(Job::isActivatable));
  }

  private List<Job> blocked() {
    return sorted(state.jobs.all().stream().filter(job -> job.blocked() && job.retries() < 1));
  }

  private List<UserTask> tasks() {
    return sorted(
        state.userTasks.all().stream().filter(task -> task.state() == UserTask.State.CREATED));
  }

  private List<Incident> incidents() {
    return sorted(state.incidents.all().stream());
  }

  private List<MessageSubscription> subscriptions() {
    return sorted(
        state.messageSubscriptions.all().stream()
            .filter(subscription -> subscription.correlationKey() != null));
  }

  private List<SignalSubscription> signals() {
    return sorted(state.signalSubscriptions.all().stream());
  }

  private List<ProcessInstance> instances() {
    return sorted(state.processInstances.all().stream());
  }

  private List<Variable> notOk() {
    return sorted(
        state.variables.all().stream()
            .filter(variable -> variable.name().equals("ok"))
            .filter(variable -> !Boolean.TRUE.equals(variable.value().value())));
  }

  private CompleteJob complete(Job job) {
    Map<String, Object> variables =
        random.nextBoolean() ? Map.of() : Map.of("n", (long) random.nextInt(10));
    return new CompleteJob(job.key(), JsonValue.of(variables), null);
  }

  private FailJob fail(Job job) {
    Duration backOff = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(30);
    return new FailJob(job.key(), random.nextInt(3), "broken", backOff, JsonValue.EMPTY_OBJECT);
  }

  private ThrowJobError throwError(Job job) {
    return new ThrowJobError(job.key(), "E" + (1 + random.nextInt(3)), "", JsonValue.EMPTY_OBJECT);
  }

  private static CompleteUserTask complete(UserTask task) {
    return new CompleteUserTask(task.key(), JsonValue.EMPTY_OBJECT, null);
  }

  private Command<?> publish(MessageSubscription subscription) {
    if (random.nextInt(3) == 0) {
      return new CorrelateMessage(
          subscription.messageName(), subscription.correlationKey(), JsonValue.EMPTY_OBJECT);
    }
    return new PublishMessage(
        subscription.messageName(),
        subscription.correlationKey(),
        random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1),
        null,
        JsonValue.EMPTY_OBJECT);
  }

  private static BroadcastSignal signal(SignalSubscription subscription) {
    return new BroadcastSignal(subscription.signalName(), JsonValue.EMPTY_OBJECT);
  }

  private SetVariables setVariables(ProcessInstance instance) {
    Map<String, Object> variables =
        Map.of("ok", random.nextInt(3) > 0, "n", (long) random.nextInt(10));
    return new SetVariables(instance.key(), JsonValue.of(variables), false);
  }

  private static SetVariables setOk(Variable variable) {
    return new SetVariables(variable.scopeKey(), JsonValue.of(Map.of("ok", true)), true);
  }
}
