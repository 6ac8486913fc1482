package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The takers of one job type, first come first served. A new one asks the engine at once unless
 * others wait already; what waits is asked for only after jobs were announced, one taker at a time,
 * so that one job does not wake everybody. Only the dispatcher's thread uses it.
 */
final class Takers {

  /** What the waiters need of the dispatcher. */
  interface Source {

    /** Locks jobs; answers on the dispatcher's thread. */
    void activate(ActivateJobs request, BiConsumer<JobsActivated, Throwable> answer);

    /** Gives jobs back that nobody took. */
    void release(JobsActivated jobs);

    /** Calls {@link Takers#announced()} in a while. */
    void announceLater(String type);
  }

  private final String type;
  private final Source source;
  private final Set<Taker> waiting = new LinkedHashSet<>();
  private final Set<Taker> asking = new HashSet<>();
  private long announcements;
  private boolean serving;

  Takers(String type, Source source) {
    this.type = type;
    this.source = source;
  }

  boolean isIdle() {
    return waiting.isEmpty() && asking.isEmpty();
  }

  void join(Taker taker) {
    if (taker.isAway() || asking.contains(taker)) {
      return;
    }
    if (taker.mayWait() && !waiting.isEmpty()) {
      waiting.add(taker);
    } else {
      ask(taker, () -> {});
    }
  }

  void leave(Taker taker) {
    waiting.remove(taker);
  }

  void announced() {
    announcements++;
    serve();
  }

  private void serve() {
    if (serving) {
      return;
    }
    waiting.removeIf(Taker::isAway);
    if (waiting.isEmpty()) {
      return;
    }
    serving = true;
    ask(waiting.iterator().next(), () -> serving = false);
  }

  private void ask(Taker taker, Runnable onAnswer) {
    long seen = announcements;
    asking.add(taker);
    source.activate(
        taker.request(),
        (jobs, failure) -> {
          asking.remove(taker);
          onAnswer.run();
          settle(taker, jobs, failure, seen);
        });
  }

  private void settle(Taker taker, JobsActivated jobs, Throwable failure, long seen) {
    if (failure != null) {
      refused(taker, failure);
    } else if (jobs.jobs().isEmpty()) {
      nothing(taker, seen);
    } else {
      given(taker, jobs);
    }
  }

  private void given(Taker taker, JobsActivated jobs) {
    if (!taker.take(jobs)) {
      source.release(jobs);
    }
    waiting.remove(taker);
    if (!taker.isAway()) {
      waiting.add(taker);
    }
    serve();
  }

  private void nothing(Taker taker, long seen) {
    taker.foundNothing();
    if (!taker.isAway()) {
      waiting.add(taker);
    }
    if (announcements != seen) {
      serve();
    }
  }

  private void refused(Taker taker, Throwable failure) {
    taker.fail(failure);
    if (taker.isAway()) {
      waiting.remove(taker);
      serve();
    } else {
      waiting.add(taker);
      source.announceLater(type);
    }
  }
}
