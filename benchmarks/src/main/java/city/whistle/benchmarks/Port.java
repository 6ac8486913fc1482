package city.whistle.benchmarks;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A way into the engine. */
interface Port extends AutoCloseable {

  /** Deploys the process. */
  void deploy();

  /** Starts an instance of the process; the stage is done once the engine has answered. */
  CompletionStage<?> start(Map<String, Object> variables);

  /**
   * Opens the one worker.
   *
   * @param atOnce how many completions may be unanswered at once
   */
  void work(Worker worker, int atOnce);

  @Override
  void close();

  /** What is done with jobs. */
  interface Worker {

    /** The variables that the job is completed with. */
    Map<String, Object> result(Job job);

    /** The completion was answered. */
    void completed(Job job);

    /** The completion was refused. */
    void failed(Throwable reason);
  }

  /**
   * A job as the worker gets it.
   *
   * @param startedAt what the instance's variable of that name says
   */
  record Job(String elementId, long startedAt) {}
}
