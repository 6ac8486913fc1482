package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.RequestVariable;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.NotificationKind;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code exclusion.record}: keeps what was decided, with its reason, and tells the unit. What the
 * rule refused meanwhile, because the month became final, stays refused.
 */
@Component
public class RecordExclusionWorker {

  private final Jobs jobs;
  private final AskedForStore requests;
  private final RequestDecisions decisions;

  RecordExclusionWorker(Jobs jobs, AskedForStore requests, RequestDecisions decisions) {
    this.jobs = jobs;
    this.requests = requests;
    this.decisions = decisions;
  }

  @JobWorker(
      type = "exclusion.record",
      fetchVariables = {"exclusion", "exclusionGranted", "exclusionNote"})
  public Map<String, Object> recordExclusion(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    AskedFor asked = requests.get(input.exclusion().id());
    return jobs.once(job, asked.caseId(), () -> new Output(record(asked, input)));
  }

  private RequestVariable record(AskedFor asked, Input input) {
    if (input.exclusionGranted() != null) {
      decisions.decide(asked, input.exclusionGranted(), input.exclusionNote());
    }
    return decisions.tell(asked, NotificationKind.EXCLUSION_DECIDED, "ExclusionDecided");
  }

  record Input(Known exclusion, Boolean exclusionGranted, String exclusionNote) {}

  record Known(UUID id) {}

  record Output(RequestVariable exclusion) {}
}
