package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.TaskPerson;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.recordDecider}, a task listener: keeps who checked figures and who decided on a
 * request, so that nobody judges his own work.
 */
@Component
public class RecordDeciderWorker {

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
    jobs.once(job, input.subject(), () -> record(input, TaskPerson.of(job)));
  }

  private void record(Input input, String who) {
    input
        .request()
        .ifPresentOrElse(
            id -> requests.decidedBy(id, who), () -> runs.checkedBy(input.subject(), who));
  }

  record Input(Known assessment, Known appeal, Known exclusion) {

    Optional<UUID> request() {
      return Optional.ofNullable(appeal).or(() -> Optional.ofNullable(exclusion)).map(Known::id);
    }

    UUID subject() {
      return request().orElseGet(() -> assessment.id());
    }
  }

  record Known(UUID id) {}
}
