package city.whistle.workers.patrol;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code patrol.settle}: records that what was found was settled at once. */
@Component
public class SettlePatrolWorker {

  private final Jobs jobs;
  private final Patrols patrols;
  private final Timeline timeline;

  SettlePatrolWorker(Jobs jobs, Patrols patrols, Timeline timeline) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "patrol.settle",
      fetchVariables = {"patrol"})
  public void settlePatrol(ActivatedJob job) {
    UUID id = jobs.read(job, Input.class).patrol().id();
    jobs.once(job, id, () -> settle(id));
  }

  private void settle(UUID id) {
    patrols.settled(id);
    timeline.append(id, "system", "PatrolSettled", "");
  }

  record Input(Known patrol) {}

  record Known(UUID id) {}
}
