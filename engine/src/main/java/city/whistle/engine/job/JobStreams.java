package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams of jobs to workers. Streams of one type take turns, with each other and with polls; one
 * turn is some dozens of jobs, because each waits for a commit, and a worker that reads slowly
 * loses its turn until it has caught up.
 */
public final class JobStreams {

  static final int LIMIT = 10_000;
  static final int JOBS_A_TURN = 64;

  private final JobDispatcher dispatcher;
  private final Set<JobStream> open = ConcurrentHashMap.newKeySet();

  JobStreams(JobDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Opens a stream that sends jobs once {@link JobStream#ready()} is called.
   *
   * @param timeout how long the worker has each job
   * @param fetchVariables empty for all visible ones
   * @throws Rejection where the request is wrong or there are too many streams already
   */
  public JobStream open(
      String type, String worker, Duration timeout, List<String> fetchVariables, JobSink sink) {
    ActivateJobs request = new ActivateJobs(type, worker, timeout, JOBS_A_TURN, fetchVariables);
    JobRequests.check(request);
    if (open.size() >= LIMIT) {
      throw new Rejection(
          Rejection.Type.RESOURCE_EXHAUSTED,
          "%d streams of jobs are open already; close some first".formatted(LIMIT));
    }
    JobStream stream = new JobStream(dispatcher, request, sink, open::remove);
    open.add(stream);
    if (dispatcher.isClosed()) {
      stream.end();
    }
    return stream;
  }

  void endAll() {
    open.forEach(JobStream::end);
  }
}
