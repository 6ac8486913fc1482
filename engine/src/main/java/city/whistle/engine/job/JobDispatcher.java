package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Causes;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Brings jobs to those who wait for them: polls and streams share one queue per job type. All of it
 * happens on one thread of its own, so the engine's thread only ever hands over.
 */
public final class JobDispatcher implements AutoCloseable {

  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(100);

  private final Engine engine;
  private final ScheduledThreadPoolExecutor thread;
  private final Map<String, Takers> waiters = new HashMap<>();
  private final Set<String> announced = ConcurrentHashMap.newKeySet();
  private final Takers.Source source = new EngineSource();
  private final JobPolls polls;
  private final JobStreams streams;
  private volatile boolean closed;

  public JobDispatcher(Engine engine) {
    this.engine = engine;
    this.thread = newThread();
    this.polls = new JobPolls(this);
    this.streams = new JobStreams(this);
    engine.onJobsAvailable(this::announce);
  }

  private static ScheduledThreadPoolExecutor newThread() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "engine-jobs");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  public JobPolls polls() {
    return polls;
  }

  public JobStreams streams() {
    return streams;
  }

  /** Ends all polls with an empty answer, and all streams. */
  @Override
  public void close() {
    closed = true;
    polls.endAll();
    streams.endAll();
    thread.shutdown();
  }

  boolean isClosed() {
    return closed;
  }

  void join(Taker taker) {
    onWaiters(taker.request().type(), queue -> queue.join(taker));
  }

  void leave(Taker taker) {
    onWaiters(taker.request().type(), queue -> queue.leave(taker));
  }

  void release(JobsActivated jobs) {
    release(new ReleaseJobs(jobs.jobs().stream().map(JobsActivated.ActivatedJob::job).toList()));
  }

  /** A queue that is full keeps no job with a worker that is gone: there is another try. */
  private void release(ReleaseJobs command) {
    engine
        .submit(command)
        .whenComplete(
            (done, failure) -> {
              if (Causes.of(failure) instanceof Rejection rejection
                  && rejection.type() == Rejection.Type.RESOURCE_EXHAUSTED) {
                later(PAUSE_AFTER_REFUSAL, () -> release(command));
              }
            });
  }

  Future<?> later(Duration delay, Runnable task) {
    return thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void announce(String type) {
    if (announced.add(type)) {
      thread.execute(
          () -> {
            announced.remove(type);
            visit(type, Takers::announced);
          });
    }
  }

  private void onWaiters(String type, Consumer<Takers> action) {
    thread.execute(() -> visit(type, action));
  }

  private void visit(String type, Consumer<Takers> action) {
    Takers queue = waiters.computeIfAbsent(type, name -> new Takers(name, source));
    action.accept(queue);
    if (queue.isIdle()) {
      waiters.remove(type);
    }
  }

  private final class EngineSource implements Takers.Source {

    @Override
    public void activate(ActivateJobs request, BiConsumer<JobsActivated, Throwable> answer) {
      engine
          .submit(request)
          .whenCompleteAsync(
              (jobs, failure) ->
                  visit(request.type(), queue -> answer.accept(jobs, Causes.of(failure))),
              thread);
    }

    @Override
    public void release(JobsActivated jobs) {
      JobDispatcher.this.release(jobs);
    }

    @Override
    public void announceLater(String type) {
      later(PAUSE_AFTER_REFUSAL, () -> announce(type));
    }
  }
}
