package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.None;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;
import java.util.Objects;

final class ReleaseJobsHandler implements CommandHandler<ReleaseJobs, None> {

  private final Turn turn;
  private final State state;

  ReleaseJobsHandler(Components components) {
    this.turn = components.turn;
    this.state = components.turn.state();
  }

  @Override
  public None handle(ReleaseJobs command) {
    for (Job locked : command.jobs()) {
      state.jobs.find(locked.key()).filter(job -> isLockedAs(locked, job)).ifPresent(this::release);
    }
    return None.NONE;
  }

  private static boolean isLockedAs(Job locked, Job job) {
    return job.deadline() != null
        && job.deadline().equals(locked.deadline())
        && Objects.equals(job.worker(), locked.worker());
  }

  private void release(Job job) {
    state.jobs.hold(job.unlocked());
    turn.effect(new Effect.JobsAvailable(job.type()));
  }
}
