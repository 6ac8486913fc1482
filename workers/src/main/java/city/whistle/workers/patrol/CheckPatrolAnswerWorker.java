package city.whistle.workers.patrol;

import city.whistle.workers.job.CompletionDenied;
import city.whistle.workers.job.Jobs;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code patrol.checkAnswer}, a task listener: what is called settled at once is seen on photos of
 * before and after. It comes before the step is written down.
 */
@Component
public class CheckPatrolAnswerWorker {

  private final Jobs jobs;
  private final Patrols patrols;
  private final PatrolPhotos photos;

  CheckPatrolAnswerWorker(Jobs jobs, Patrols patrols, PatrolPhotos photos) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.photos = photos;
  }

  @JobWorker(
      type = "patrol.checkAnswer",
      fetchVariables = {"patrol", "patrolResult"})
  public void checkAnswer(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    if (input.patrolResult() != null && "settled".equals(input.patrolResult().asText())) {
      patrols.find(input.patrol().id()).ifPresent(this::requirePhotos);
    }
  }

  private void requirePhotos(Patrol patrol) {
    for (Moment moment : Moment.values()) {
      if (!photos.has(patrol.id(), moment)) {
        throw new CompletionDenied(
            "立行立改须有整改前、后的照片，还缺整改" + (moment == Moment.BEFORE ? "前" : "后") + "的；请上报人补传，或者选择立单、吹哨。");
      }
    }
  }

  record Input(Known patrol, JsonNode patrolResult) {}

  record Known(UUID id) {}
}
