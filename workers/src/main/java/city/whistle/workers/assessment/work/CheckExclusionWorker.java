package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.RequestVariable;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code exclusion.check}: whether what was asked for can still be decided: the month may have
 * become final since. Whose case it is and whether the ground is known was checked when it was
 * taken.
 */
@Component
public class CheckExclusionWorker {

  private final Jobs jobs;
  private final AskedForStore requests;
  private final AssessmentRuns runs;
  private final RequestVariable.Maker variables;
  private final Timeline timeline;

  CheckExclusionWorker(
      Jobs jobs,
      AskedForStore requests,
      AssessmentRuns runs,
      RequestVariable.Maker variables,
      Timeline timeline) {
    this.jobs = jobs;
    this.requests = requests;
    this.runs = runs;
    this.variables = variables;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "exclusion.check",
      fetchVariables = {"exclusion"})
  public Map<String, Object> checkExclusion(ActivatedJob job) {
    AskedFor asked = requests.get(jobs.read(job, Input.class).exclusion().id());
    return jobs.once(job, asked.caseId(), () -> new Output(check(asked)));
  }

  private RequestVariable check(AskedFor asked) {
    if (runs.of(asked.month()).map(Run::finalAt).isPresent()) {
      requests.decide(asked.id(), AskedFor.State.REFUSED_BY_RULE, null);
    }
    timeline.append(
        asked.caseId(),
        "unit:" + asked.unitCode(),
        "ExclusionAsked",
        asked.ground(),
        Map.of("month", asked.month().toString()));
    return variables.of(requests.get(asked.id()));
  }

  record Input(Known exclusion) {}

  record Known(UUID id) {}

  record Output(RequestVariable exclusion) {}
}
