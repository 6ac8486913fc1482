package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.finalize}: nothing of the month changes any more. Exclusions that nobody
 * decided in time are refused by rule; those that were granted since are counted first.
 */
@Component
public class FinalizeRankingWorker {

  private final Jobs jobs;
  private final Assessments assessments;
  private final AssessmentRuns runs;
  private final AskedForStore requests;
  private final Computation computation;
  private final Outbox outbox;
  private final Timeline timeline;

  FinalizeRankingWorker(
      Jobs jobs,
      Assessments assessments,
      AssessmentRuns runs,
      AskedForStore requests,
      Computation computation,
      Outbox outbox,
      Timeline timeline) {
    this.jobs = jobs;
    this.assessments = assessments;
    this.runs = runs;
    this.requests = requests;
    this.computation = computation;
    this.outbox = outbox;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "assessment.finalize",
      fetchVariables = {"assessment"})
  public void finalizeRanking(ActivatedJob job) {
    AssessmentVariable about = jobs.read(job, Input.class).assessment();
    jobs.once(job, about.id(), () -> finish(about));
  }

  private void finish(AssessmentVariable about) {
    runs.close(about.id());
    YearMonth month = YearMonth.parse(about.month());
    requests.open(Kind.EXCLUSION, month).forEach(this::refuse);
    requests
        .open(Kind.APPEAL, month)
        .forEach(appeal -> requests.decide(appeal.id(), State.REFUSED_BY_RULE, null));
    Assessment version = assessments.published(month).orElseThrow();
    if (computation.isStale(version)) {
      version = computation.recount(version, "exclusions");
    }
    assessments.finish(about.id());
    timeline.append(about.id(), "system", "RankingFinal", "", Map.of("version", version.version()));
  }

  private void refuse(AskedFor asked) {
    if (requests.decide(asked.id(), State.REFUSED_BY_RULE, null)) {
      outbox.add(PublishMessage.lasting("exclusion.periodFinal", asked.id().toString(), Map.of()));
    }
  }

  record Input(AssessmentVariable assessment) {}
}
