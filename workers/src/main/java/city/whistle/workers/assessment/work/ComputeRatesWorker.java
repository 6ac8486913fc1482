package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.policy.Asking;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.assessment.result.GroupResult;
import city.whistle.workers.assessment.result.ResultStore;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.fact.CallbackFacts;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code assessment.compute}: computes the month's figures, for people to check. */
@Component
public class ComputeRatesWorker {

  private final Jobs jobs;
  private final CallbackFacts facts;
  private final Computation computation;
  private final ResultStore results;
  private final AskedForStore requests;
  private final Policies policies;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;

  ComputeRatesWorker(
      Jobs jobs,
      CallbackFacts facts,
      Computation computation,
      ResultStore results,
      AskedForStore requests,
      Policies policies,
      DueDates dueDates,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.facts = facts;
    this.computation = computation;
    this.results = results;
    this.requests = requests;
    this.policies = policies;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "assessment.compute",
      fetchVariables = {"assessment"})
  public Map<String, Object> computeRates(ActivatedJob job) {
    AssessmentVariable about = jobs.read(job, Input.class).assessment();
    OffsetDateTime settled = facts.settledMoment();
    Map<String, Object> variables =
        jobs.once(job, about.id(), () -> new Output(compute(about, settled)));
    computation.dropLeft();
    return variables;
  }

  private AssessmentVariable compute(AssessmentVariable about, OffsetDateTime settled) {
    YearMonth month = YearMonth.parse(about.month());
    Assessment version = computation.provisional(about.id(), month, settled);
    Counts counts =
        results.group(version.id(), "district").map(GroupResult::pooled).orElse(Counts.NONE);
    timeline.append(
        about.id(),
        "system",
        "RatesComputed",
        "",
        Map.of("version", version.version(), "valid", counts.valid()));
    Asking check = policies.of(month).policy().check();
    return new AssessmentVariable(
        about.id(),
        about.month(),
        true,
        null,
        version.version(),
        AssessmentVariable.Cases.of(counts),
        requests.open(Kind.EXCLUSION, month).size(),
        check.decider(),
        dueDates.after(time.now(), check.decideWithin(), DueDates.Basis.of(check.basis())),
        null);
  }

  record Input(AssessmentVariable assessment) {}

  record Output(AssessmentVariable assessment) {}
}
