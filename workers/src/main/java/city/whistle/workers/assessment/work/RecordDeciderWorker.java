package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.job.CompletionDenied;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.TaskPerson;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.recordDecider}, a task listener: keeps who checked figures and who decides on a
 * request, so that nobody judges his own work; who was denied and then let somebody else do it has
 * not decided. It comes before the listener that writes down what was sent: what it denies leaves
 * no line.
 */
@Component
public class RecordDeciderWorker {

  private static final String OTHERS =
      "申诉不得由核对过成绩的人员审理，请换人审理。"
          + " Who checked the figures can't decide on appeals against them; somebody else has to.";

  private final Jobs jobs;
  private final AssessmentRuns runs;
  private final AskedForStore requests;

  RecordDeciderWorker(Jobs jobs, AssessmentRuns runs, AskedForStore requests) {
    this.jobs = jobs;
    this.runs = runs;
    this.requests = requests;
  }

  @JobWorker(
      type = "assessment.recordDecider",
      fetchVariables = {"assessment", "appeal", "exclusion"})
  public void recordDecider(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    String who = TaskPerson.named(job);
    if (input.appeal() != null && runs.wasCheckedBy(input.assessment().id(), who)) {
      throw new CompletionDenied(OTHERS);
    }
    // each time: the listener after this one may have denied what somebody else sent before
    input
        .request()
        .ifPresentOrElse(
            id -> requests.decidedBy(id, who), () -> runs.checkedBy(input.assessment().id(), who));
  }

  record Input(Known assessment, Known appeal, Known exclusion) {

    Optional<UUID> request() {
      return Optional.ofNullable(appeal).or(() -> Optional.ofNullable(exclusion)).map(Known::id);
    }
  }

  record Known(UUID id) {}
}
