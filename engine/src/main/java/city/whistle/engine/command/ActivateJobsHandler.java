package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Locks jobs in memory; an answer is never larger than a client takes. */
final class ActivateJobsHandler implements CommandHandler<ActivateJobs, JobsActivated> {

  /** Camunda's clients take 4 MB, all fields included. */
  private static final int MAX_ANSWER_BYTES = 3_500_000;

  private final Components components;
  private final Turn turn;
  private final State state;

  ActivateJobsHandler(Components components) {
    this.components = components;
    this.turn = components.turn;
    this.state = components.turn.state();
  }

  @Override
  public JobsActivated handle(ActivateJobs command) {
    List<JobsActivated.ActivatedJob> activated = new ArrayList<>();
    int size = 0;
    for (Job job : candidates(command)) {
      JobsActivated.ActivatedJob next = lock(job, command);
      int bytes = next.variables().text().length() * 2;
      if (bytes > MAX_ANSWER_BYTES) {
        block(job);
        return new JobsActivated(activated, job.key());
      }
      if (size + bytes > MAX_ANSWER_BYTES) {
        break;
      }
      size += bytes;
      state.jobs.hold(next.job());
      activated.add(next);
    }
    return new JobsActivated(activated, Row.NONE);
  }

  private List<Job> candidates(ActivateJobs command) {
    return state.activatableJobs.stream(command.type()).limit(command.maxJobs()).toList();
  }

  private JobsActivated.ActivatedJob lock(Job job, ActivateJobs command) {
    Job locked = job.lockedBy(command.worker(), turn.after(command.timeout()));
    UserTask task =
        job.kind() == Job.Kind.TASK_LISTENER
            ? state.userTasksByElement.first(job.elementInstanceKey()).orElse(null)
            : null;
    return new JobsActivated.ActivatedJob(locked, variables(job, command, task), task);
  }

  /** A listener of a completion sees the result that is about to be taken over. */
  private JsonValue variables(Job job, ActivateJobs command, UserTask task) {
    Map<String, Object> visible =
        components.scopes.collect(job.elementInstanceKey(), command.fetchVariables());
    if (task == null || task.pending() == null) {
      return JsonValue.of(visible);
    }
    Map<String, Object> withResult = new LinkedHashMap<>(visible);
    Map<String, Object> result = new LinkedHashMap<>(task.pending().variables().members());
    if (!command.fetchVariables().isEmpty()) {
      result.keySet().retainAll(command.fetchVariables());
    }
    withResult.putAll(result);
    return JsonValue.of(withResult);
  }

  private void block(Job job) {
    state.jobs.put(job.withIncident());
    components.incidents.raise(
        job,
        ErrorType.MESSAGE_SIZE_EXCEEDED,
        "The job's variables are larger than a worker can be given; let the worker fetch fewer.");
  }
}
