package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.outcome.Rejection;

/** What a request for jobs must look like, checked before it waits. */
final class JobRequests {

  private JobRequests() {}

  static void check(ActivateJobs request) {
    require(
        request.type() != null && !request.type().isBlank(),
        "Expected to activate jobs with a type, but it is blank");
    require(
        request.timeout().toMillis() >= 1,
        "Expected to activate jobs with a timeout greater than 0 ms, but it is %d ms"
            .formatted(request.timeout().toMillis()));
    require(
        request.maxJobs() >= 1,
        "Expected to activate at least one job, but maxJobsToActivate is %d"
            .formatted(request.maxJobs()));
  }

  private static void require(boolean fulfilled, String message) {
    if (!fulfilled) {
      throw Rejection.invalid(message);
    }
  }
}
