package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.policy.Asking;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.publish}: publishes the figures that were checked, and opens the time for
 * appeals. Where cases were left out since they were computed, it has them computed again first.
 */
@Component
public class PublishRankingWorker {

  private final Jobs jobs;
  private final Assessments assessments;
  private final AssessmentRuns runs;
  private final Computation computation;
  private final Policies policies;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;

  PublishRankingWorker(
      Jobs jobs,
      Assessments assessments,
      AssessmentRuns runs,
      Computation computation,
      Policies policies,
      DueDates dueDates,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.assessments = assessments;
    this.runs = runs;
    this.computation = computation;
    this.policies = policies;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "assessment.publish",
      fetchVariables = {"assessment"})
  public Map<String, Object> publishRanking(ActivatedJob job) {
    AssessmentVariable about = jobs.read(job, Input.class).assessment();
    return jobs.once(job, about.id(), () -> new Output(publish(about)));
  }

  private AssessmentVariable publish(AssessmentVariable about) {
    Assessment version = assessments.latest(YearMonth.parse(about.month())).orElseThrow();
    if (computation.isStale(version)) {
      throw Refusal.of("RATES_STALE", "核对期间又有工单被剔除，成绩已重新计算，请再核对");
    }
    assessments.publish(version.id());
    OffsetDateTime until = appealUntil(version);
    runs.appealUntil(about.id(), until);
    timeline.append(
        about.id(),
        "system",
        "RankingPublished",
        "",
        Map.of("version", version.version(), "appealUntil", until.toString()));
    return about.published(version.version(), until);
  }

  private OffsetDateTime appealUntil(Assessment version) {
    Asking appeal = policies.asItWas(version.policyId(), version.policyDigest()).policy().appeal();
    return dueDates.after(time.now(), appeal.askWithin(), DueDates.Basis.of(appeal.basis()));
  }

  record Input(AssessmentVariable assessment) {}

  record Output(AssessmentVariable assessment) {}
}
