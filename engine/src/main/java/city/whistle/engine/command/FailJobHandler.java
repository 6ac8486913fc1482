package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.None;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;
import java.time.Instant;
import java.util.Map;

final class FailJobHandler implements CommandHandler<FailJob, None> {

  private static final int MAX_MESSAGE_LENGTH = 10_000;

  private final Components components;
  private final Turn turn;
  private final State state;
  private final OpenJobs openJobs;

  FailJobHandler(Components components) {
    this.components = components;
    this.turn = components.turn;
    this.state = components.turn.state();
    this.openJobs = new OpenJobs(state);
  }

  @Override
  public None handle(FailJob command) {
    Map<String, Object> variables = Inputs.object(command.variables());
    Job job = openJobs.findWorkable(command.jobKey(), "fail");
    boolean rests = command.retries() > 0 && command.retryBackOff().toMillis() > 0;
    Instant retryAt = rests ? turn.after(command.retryBackOff()) : null;
    String message = bounded(command.errorMessage());
    Job failed = job.failed(Math.max(0, command.retries()), message, retryAt);
    state.jobs.put(failed);
    components.scopes.setLocals(state.elementInstances.get(job.elementInstanceKey()), variables);
    if (failed.blocked()) {
      components.incidents.raise(failed, errorType(job), incidentText(message));
    } else if (!rests) {
      turn.effect(new Effect.JobsAvailable(job.type()));
    }
    return None.NONE;
  }

  private static String bounded(String message) {
    return message == null || message.length() <= MAX_MESSAGE_LENGTH
        ? message
        : message.substring(0, MAX_MESSAGE_LENGTH) + "…";
  }

  private static String incidentText(String message) {
    return message == null || message.isEmpty() ? "No more retries left." : message;
  }

  private static ErrorType errorType(Job job) {
    return switch (job.kind()) {
      case BPMN_ELEMENT -> ErrorType.JOB_NO_RETRIES;
      case EXECUTION_LISTENER -> ErrorType.EXECUTION_LISTENER_NO_RETRIES;
      case TASK_LISTENER -> ErrorType.TASK_LISTENER_NO_RETRIES;
    };
  }
}
