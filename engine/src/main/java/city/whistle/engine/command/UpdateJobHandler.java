package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;
import java.time.Duration;

final class UpdateJobHandler implements CommandHandler<UpdateJob, None> {

  private final Turn turn;
  private final State state;
  private final OpenJobs openJobs;

  UpdateJobHandler(Components components) {
    this.turn = components.turn;
    this.state = components.turn.state();
    this.openJobs = new OpenJobs(state);
  }

  @Override
  public None handle(UpdateJob command) {
    Job job = openJobs.find(command.jobKey(), "update");
    if (command.retries() != null) {
      job = withRetries(job, command.retries());
    }
    if (command.timeout() != null) {
      withTimeout(job, command.timeout());
    }
    return None.NONE;
  }

  private Job withRetries(Job job, int retries) {
    if (retries < 1) {
      throw Rejection.invalid(
          "Expected to update retries for job with a positive amount of retries, but the amount given was '%d'"
              .formatted(retries));
    }
    Job updated = job.withRetries(retries);
    state.jobs.put(updated);
    if (updated.isActivatable()) {
      turn.effect(new Effect.JobsAvailable(job.type()));
    }
    return updated;
  }

  private void withTimeout(Job job, Duration timeout) {
    if (job.deadline() == null) {
      throw Rejection.wrongState(
          "Expected to update the timeout of job with key '%d', but it is not active"
              .formatted(job.key()));
    }
    state.jobs.hold(job.lockedBy(job.worker(), turn.after(timeout)));
  }
}
