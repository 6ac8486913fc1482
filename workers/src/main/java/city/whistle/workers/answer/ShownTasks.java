package city.whistle.workers.answer;

import io.camunda.client.api.response.ActivatedJob;

/** Where to learn what a task showed. */
public interface ShownTasks {

  /**
   * @param listener a task listener's job
   * @throws RuntimeException where the engine doesn't tell; the job is tried again
   */
  ShownTask of(ActivatedJob listener);
}
