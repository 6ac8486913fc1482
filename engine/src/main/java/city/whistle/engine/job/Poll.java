package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.state.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One request for jobs that is answered once. */
final class Poll implements Taker {

  private static final JobsActivated NOTHING = new JobsActivated(List.of(), Row.NONE);

  private final ActivateJobs request;
  private final boolean mayWait;
  private final CompletableFuture<JobsActivated> answer = new CompletableFuture<>();

  Poll(ActivateJobs request, boolean mayWait) {
    this.request = request;
    this.mayWait = mayWait;
  }

  CompletableFuture<JobsActivated> answer() {
    return answer;
  }

  @Override
  public ActivateJobs request() {
    return request;
  }

  @Override
  public boolean mayWait() {
    return mayWait;
  }

  @Override
  public boolean isAway() {
    return answer.isDone();
  }

  @Override
  public boolean take(JobsActivated jobs) {
    return answer.complete(jobs);
  }

  void end() {
    answer.complete(NOTHING);
  }

  @Override
  public void foundNothing() {
    if (!mayWait) {
      end();
    }
  }

  @Override
  public void fail(Throwable reason) {
    answer.completeExceptionally(reason);
  }
}
