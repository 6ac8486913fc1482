package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.recount}: counts the published figures again after an appeal that was upheld;
 * what was published stays beside them.
 */
@Component
public class RecountWorker {

  private final Jobs jobs;
  private final AssessmentRuns runs;
  private final Assessments assessments;
  private final Computation computation;
  private final Timeline timeline;

  RecountWorker(
      Jobs jobs,
      AssessmentRuns runs,
      Assessments assessments,
      Computation computation,
      Timeline timeline) {
    this.jobs = jobs;
    this.runs = runs;
    this.assessments = assessments;
    this.computation = computation;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "assessment.recount",
      fetchVariables = {"assessment", "appeal"})
  public void recount(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.assessment().id(), () -> recount(input));
  }

  private void recount(Input input) {
    runs.close(input.assessment().id());
    Assessment published =
        assessments.published(YearMonth.parse(input.assessment().month())).orElseThrow();
    Assessment version = computation.recount(published, "appeal " + input.appeal().id());
    timeline.append(
        input.assessment().id(),
        "system",
        "RankingRecounted",
        "appeal",
        Map.of("version", version.version(), "appeal", input.appeal().id().toString()));
  }

  record Input(AssessmentVariable assessment, Appeal appeal) {}

  record Appeal(UUID id) {}
}
