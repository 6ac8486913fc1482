package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.RequestVariable;
import city.whistle.workers.fact.CaseExclusions;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
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
  private final CaseExclusions exclusions;
  private final RequestVariable.Maker variables;
  private final Notifications notifications;
  private final Timeline timeline;

  RecordExclusionWorker(
      Jobs jobs,
      AskedForStore requests,
      CaseExclusions exclusions,
      RequestVariable.Maker variables,
      Notifications notifications,
      Timeline timeline) {
    this.jobs = jobs;
    this.requests = requests;
    this.exclusions = exclusions;
    this.variables = variables;
    this.notifications = notifications;
    this.timeline = timeline;
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
      State state = input.exclusionGranted() ? State.GRANTED : State.REFUSED;
      if (requests.decide(asked.id(), state, input.exclusionNote()) && input.exclusionGranted()) {
        exclusions.add(asked.caseId(), asked.ground(), false);
      }
    }
    AskedFor decided = requests.get(asked.id());
    notifications.add(
        Notification.toUnit(
            asked.caseId(),
            asked.unitCode(),
            NotificationKind.EXCLUSION_DECIDED,
            Map.of("result", decided.state().wireName())));
    timeline.append(
        asked.caseId(),
        "system",
        "ExclusionDecided",
        decided.state().wireName(),
        Map.of("month", asked.month().toString(), "unit", asked.unitCode()));
    return variables.of(decided);
  }

  record Input(Known exclusion, Boolean exclusionGranted, String exclusionNote) {}

  record Known(UUID id) {}

  record Output(RequestVariable exclusion) {}
}
