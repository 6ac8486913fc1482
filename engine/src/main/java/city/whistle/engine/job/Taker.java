package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;

/** Somebody who wants jobs of one type. Only the dispatcher's thread calls it. */
interface Taker {

  /** What to lock for it now. */
  ActivateJobs request();

  /** Whether it may wait in the queue where there are no jobs now. */
  boolean mayWait();

  /** Whether it wants no jobs at the moment: it hung up, got its answer, or is not ready. */
  boolean isAway();

  /**
   * Hands the jobs over.
   *
   * @return false where it is gone and the jobs must be given back
   */
  boolean take(JobsActivated jobs);

  /** Tells it that there is nothing now; one that may not wait is away afterwards. */
  void foundNothing();

  /** Tells it that the engine refused; it is away afterwards, or tries again later. */
  void fail(Throwable reason);
}
