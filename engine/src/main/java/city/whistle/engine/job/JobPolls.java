package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Long polls for jobs. How long a poll waits is real time: moving the engine's clock ends no poll.
 */
public final class JobPolls {

  /** How long a poll waits that names no time itself. */
  public static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);

  static final int LIMIT = 10_000;

  private static final Supplier<Duration> NO_LIMIT = () -> Duration.ofDays(1);

  private final JobDispatcher dispatcher;
  private final Set<Poll> open;
  private final Supplier<Duration> longestWait;

  JobPolls(JobDispatcher dispatcher) {
    this(dispatcher, ConcurrentHashMap.newKeySet(), NO_LIMIT);
  }

  private JobPolls(JobDispatcher dispatcher, Set<Poll> open, Supplier<Duration> longestWait) {
    this.dispatcher = dispatcher;
    this.open = open;
    this.longestWait = longestWait;
  }

  /**
   * The same polls for callers that must not wait longer than this: Camunda's client can't close
   * for seconds while a poll over REST is open.
   *
   * @param longest asked anew for each poll
   */
  public JobPolls atMost(Supplier<Duration> longest) {
    return new JobPolls(dispatcher, open, longest);
  }

  /**
   * Locks jobs for a worker as soon as there are some. A caller whose client hung up cancels the
   * returned future itself: then it gets no jobs, and those already on their way are given back.
   *
   * @param requestTimeout how long to wait; zero for {@link #DEFAULT_WAIT}, negative for not at all
   * @return no jobs after the timeout, a purge or a shutdown; fails with a {@link Rejection}, also
   *     where too many polls wait already
   */
  public CompletableFuture<JobsActivated> poll(ActivateJobs request, Duration requestTimeout) {
    try {
      check(request);
    } catch (Rejection e) {
      return CompletableFuture.failedFuture(e);
    }
    Poll poll = new Poll(request, !requestTimeout.isNegative());
    open.add(poll);
    if (poll.mayWait()) {
      endAfter(wait(requestTimeout), poll);
    }
    poll.answer()
        .whenComplete(
            (jobs, failure) -> {
              open.remove(poll);
              dispatcher.leave(poll);
            });
    dispatcher.join(poll);
    if (dispatcher.isClosed()) {
      poll.end();
    }
    return poll.answer();
  }

  private void endAfter(Duration wait, Poll poll) {
    Future<?> timer = dispatcher.later(wait, poll::end);
    poll.answer().whenComplete((jobs, failure) -> timer.cancel(false));
  }

  /** Gives jobs back that could not be written to the worker. */
  public void release(JobsActivated jobs) {
    if (!jobs.jobs().isEmpty()) {
      dispatcher.release(jobs);
    }
  }

  /** Ends every poll at once, with no jobs. */
  public void endAll() {
    open.forEach(Poll::end);
  }

  private void check(ActivateJobs request) {
    JobRequests.check(request);
    if (open.size() >= LIMIT) {
      throw new Rejection(
          Rejection.Type.RESOURCE_EXHAUSTED,
          "%d polls for jobs wait already; try again later, or with fewer workers"
              .formatted(LIMIT));
    }
  }

  private Duration wait(Duration requestTimeout) {
    Duration wanted = requestTimeout.isZero() ? DEFAULT_WAIT : requestTimeout;
    Duration longest = longestWait.get();
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }
}
