package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;

/** Finds the job of a worker's command. */
final class OpenJobs {

  private final State state;

  OpenJobs(State state) {
    this.state = state;
  }

  /** The job, whatever keeps it from going on. */
  Job find(long key, String verb) {
    return state
        .jobs
        .find(key)
        .orElseThrow(
            () ->
                Rejection.notFound(
                    "Expected to %s job with key '%d', but no such job was found"
                        .formatted(verb, key)));
  }

  /** The job, which no incident blocks. */
  Job findWorkable(long key, String verb) {
    Job job = find(key, verb);
    if (job.blocked()) {
      throw Rejection.wrongState(
          "Expected to %s job with key '%d', but it has an incident (state %s): resolve that first."
              .formatted(verb, key, job.state()));
    }
    return job;
  }
}
