package city.whistle.engine.job;

import city.whistle.engine.command.JobsActivated;

/** The worker's end of a stream. */
public interface JobSink {

  /** Whether it can take more jobs now without piling them up. */
  boolean isReady();

  /**
   * Sends jobs to the worker.
   *
   * @return false where it hung up and did not get them
   */
  boolean send(JobsActivated jobs);

  /** Ends the stream from this side. */
  void end();
}
