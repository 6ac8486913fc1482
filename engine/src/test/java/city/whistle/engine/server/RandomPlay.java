package city.whistle.engine.server;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Table;
import city.whistle.engine.state.UserTask;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Chooses commands at random, mostly such as make sense in the state there is. */
final class RandomPlay {

  private static final int CASES = 12;
  private static final int MOST_OPEN = 8;

  private final State state;
  private final Random random;

  RandomPlay(State state, Random random) {
    this.state = state;
    this.random = random;
  }

  Command<?> next() {
    return switch (random.nextInt(16)) {
      case 0 -> state.processInstances.all().size() < MOST_OPEN ? create() : activate();
      case 1, 2, 3, 4, 5, 6, 7 ->
          any(state.jobs).<Command<?>>map(this::work).orElseGet(this::create);
      case 8, 9 -> any(state.userTasks).<Command<?>>map(this::task).orElseGet(this::message);
      case 10 -> message();
      case 11 -> random.nextInt(3) == 0 ? new BroadcastSignal("alarm", variables()) : message();
      case 12 -> new MoveClock.By(Duration.ofMinutes(random.nextInt(90)));
      case 13 -> any(state.incidents).<Command<?>>map(this::resolve).orElseGet(this::message);
      case 14 -> any(state.processInstances).<Command<?>>map(this::change).orElseGet(this::create);
      default -> activate();
    };
  }

  private Command<?> create() {
    String process = random.nextInt(4) == 0 ? "child" : "main";
    return new CreateInstance(
        Row.NONE,
        process,
        -1,
        JsonValue.of(Map.of("caseId", (long) random.nextInt(CASES))),
        List.of(),
        List.of("tag"),
        false,
        List.of());
  }

  private Command<?> work(Job job) {
    return switch (random.nextInt(12)) {
      case 0 -> new FailJob(job.key(), random.nextInt(3), "failed", Duration.ZERO, variables());
      case 1 -> new FailJob(job.key(), 2, "failed", Duration.ofMinutes(5), variables());
      case 2 -> new ThrowJobError(job.key(), "BROKEN", "broken", variables());
      case 3 -> new UpdateJob(job.key(), 1 + random.nextInt(3), null);
      default -> new CompleteJob(job.key(), variables(), null);
    };
  }

  private Command<?> task(UserTask task) {
    return random.nextInt(3) == 0
        ? new AssignUserTask(task.key(), "clerk", true, null)
        : new CompleteUserTask(task.key(), variables(), null);
  }

  private Command<?> message() {
    String name = random.nextBoolean() ? "note" : "reply";
    String key = Integer.toString(random.nextInt(CASES));
    Duration toLive = Duration.ofMinutes(random.nextInt(3) * 30L);
    String id = random.nextBoolean() ? null : Integer.toString(random.nextInt(100));
    return new PublishMessage(name, key, toLive, id, JsonValue.of(Map.of("text", "note " + key)));
  }

  private Command<?> resolve(Incident incident) {
    return incident.jobKey() != Row.NONE && random.nextBoolean()
        ? new UpdateJob(incident.jobKey(), 2, null)
        : new ResolveIncident(incident.key());
  }

  private Command<?> change(ProcessInstance instance) {
    return random.nextInt(8) == 0
        ? new CancelInstance(instance.key())
        : new SetVariables(instance.key(), variables(), random.nextBoolean());
  }

  private Command<?> activate() {
    String type = List.of("work", "unit", "record", "listen").get(random.nextInt(4));
    return new ActivateJobs(
        type, "worker", Duration.ofMinutes(1 + random.nextInt(60)), 5, List.of());
  }

  private JsonValue variables() {
    return random.nextBoolean()
        ? JsonValue.EMPTY_OBJECT
        : JsonValue.of(Map.of("v" + random.nextInt(3), (long) random.nextInt(10)));
  }

  private <R extends Row> Optional<R> any(Table<R> table) {
    return table.all().isEmpty()
        ? Optional.empty()
        : table.all().stream()
            .sorted(Comparator.comparing(Row::key))
            .skip(random.nextInt(table.all().size()))
            .findFirst();
  }
}
