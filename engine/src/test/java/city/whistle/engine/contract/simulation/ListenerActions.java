package city.whistle.engine.contract.simulation;

import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** What workers and people do to {@link ListenedModel}s, at random; none of it is wrong. */
final class ListenerActions {

  /** With these all listeners' properties can be evaluated. */
  static final Map<String, Object> MENDED = Map.of("type", "work", "retries", 2L);

  private static final Map<String, Object> BROKEN = Map.of("type", 7L, "retries", "many");

  private final Random random;
  private final State state;

  ListenerActions(Random random, State state) {
    this.random = random;
    this.state = state;
  }

  Optional<Command<?>> next() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4, 5 -> any(state.jobs.all(), Job::isActivatable, this::complete);
      case 6, 7, 8, 9 -> any(state.userTasks.all(), ListenerActions::isAtRest, this::begin);
      case 10, 11 -> any(state.processInstances.all(), all(), i -> set(i, MENDED));
      case 12 -> any(state.processInstances.all(), all(), i -> set(i, BROKEN));
      case 13, 14 -> any(state.incidents.all(), all(), i -> new ResolveIncident(i.key()));
      default ->
          random.nextInt(6) > 0
              ? Optional.empty()
              : any(state.processInstances.all(), all(), i -> new CancelInstance(i.key()));
    };
  }

  /** What brings an open instance nearer to its end. */
  Command<?> benign() {
    ProcessInstance open = state.processInstances.all().iterator().next();
    return any(state.incidents.all(), all(), i -> new ResolveIncident(i.key()))
        .filter(resolve -> isMended(open))
        .or(() -> any(state.jobs.all(), Job::isActivatable, ListenerActions::plainly))
        .or(() -> any(state.userTasks.all(), ListenerActions::isAtRest, ListenerActions::plainly))
        .orElse(set(open, MENDED));
  }

  private boolean isMended(ProcessInstance instance) {
    return state.variablesByScope.stream(instance.key())
            .filter(v -> v.value().value().equals(MENDED.get(v.name())))
            .count()
        == MENDED.size();
  }

  private static boolean isAtRest(UserTask task) {
    return task.state() == UserTask.State.CREATED;
  }

  private static <R> Predicate<R> all() {
    return row -> true;
  }

  private <R extends Row> Optional<Command<?>> any(
      Collection<R> rows, Predicate<? super R> wanted, Function<R, Command<?>> action) {
    List<R> found =
        rows.stream().filter(wanted).sorted(Comparator.comparingLong(Row::key)).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(action.apply(found.get(random.nextInt(found.size()))));
  }

  private static Command<?> plainly(Job job) {
    return new CompleteJob(job.key(), JsonValue.EMPTY_OBJECT, null);
  }

  private static Command<?> plainly(UserTask task) {
    return new CompleteUserTask(task.key(), JsonValue.EMPTY_OBJECT, null);
  }

  private Command<?> complete(Job job) {
    return job.kind() == Job.Kind.TASK_LISTENER
        ? new CompleteJob(job.key(), JsonValue.EMPTY_OBJECT, result(job))
        : plainly(job);
  }

  private TaskListenerResult result(Job job) {
    UserTask task = state.userTasksByElement.first(job.elementInstanceKey()).orElseThrow();
    boolean deniable =
        task.state() != UserTask.State.CREATING && task.state() != UserTask.State.CANCELING;
    return switch (random.nextInt(3)) {
      case 0 -> new TaskListenerResult(deniable, "no", TaskChanges.NONE);
      case 1 -> new TaskListenerResult(false, null, changes(task.pending().modelAssignee()));
      default -> null;
    };
  }

  /** Whom the model names is not corrected as the task is created. */
  private TaskChanges changes(String modelAssignee) {
    String assignee = modelAssignee == null && random.nextBoolean() ? "bob" : null;
    return new TaskChanges(
        assignee, random.nextBoolean() ? List.of("g") : null, null, "", null, random.nextInt(100));
  }

  private Command<?> begin(UserTask task) {
    return switch (random.nextInt(4)) {
      case 0 -> new AssignUserTask(task.key(), "li", true, null);
      case 1 -> new UpdateUserTask(task.key(), changes("nobody"), null);
      case 2 ->
          new SetVariables(
              task.elementInstanceKey(), JsonValue.of(Map.of("n", 1L)), random.nextBoolean());
      default -> plainly(task);
    };
  }

  private static SetVariables set(ProcessInstance instance, Map<String, Object> variables) {
    return new SetVariables(instance.key(), JsonValue.of(variables), false);
  }
}
