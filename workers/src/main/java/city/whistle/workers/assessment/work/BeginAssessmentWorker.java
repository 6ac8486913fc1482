package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.policy.Period;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.PolicySets;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code assessment.begin}: finds the month whose assessment is due, by the data on periods. A
 * month that people chose, variable {@code month}, is taken over from an instance that had it,
 * unless its figures are final.
 */
@Component
public class BeginAssessmentWorker {

  private final Jobs jobs;
  private final Policies policies;
  private final AssessmentRuns runs;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CityTime time;

  BeginAssessmentWorker(
      Jobs jobs,
      Policies policies,
      AssessmentRuns runs,
      Outbox outbox,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.policies = policies;
    this.runs = runs;
    this.outbox = outbox;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "assessment.begin",
      fetchVariables = {"month"})
  public Map<String, Object> beginAssessment(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    long instance = job.getProcessInstanceKey();
    return jobs.once(
        job,
        "assessment",
        () ->
            new Output(
                input.month() == null ? lastMonth(instance) : chosen(input.month(), instance)));
  }

  private AssessmentVariable lastMonth(long instance) {
    PolicySets sets = policies.sets();
    Period period = sets.period(sets.monthOf(time.now()).minusMonths(1));
    boolean begun = runs.of(period.month()).isPresent();
    return begun || !runs.hasFacts(period.from(), period.to())
        ? AssessmentVariable.none(period.month().toString(), "nothing")
        : begin(period.month(), instance);
  }

  private AssessmentVariable chosen(String text, long instance) {
    YearMonth month = month(text);
    Optional<Run> run = runs.of(month);
    if (run.map(Run::finalAt).isPresent()) {
      return AssessmentVariable.none(text, "final");
    }
    if (policies.sets().period(month).to().isAfter(time.now())) {
      return AssessmentVariable.none(text, "notOver");
    }
    run.filter(other -> other.processInstanceKey() != instance)
        .ifPresent(other -> outbox.add(new CancelProcess(other.processInstanceKey())));
    return begin(month, instance);
  }

  private AssessmentVariable begin(YearMonth month, long instance) {
    Run run = runs.begin(month, instance);
    timeline.append(run.id(), "system", "AssessmentBegun", "", Map.of("month", month.toString()));
    return AssessmentVariable.begun(run.id(), month.toString());
  }

  private static YearMonth month(String text) {
    return WrittenMonth.read(text)
        .orElseThrow(
            () -> new IllegalArgumentException("variable month must be a month such as 2026-04"));
  }

  record Input(String month) {}

  record Output(AssessmentVariable assessment) {}
}
