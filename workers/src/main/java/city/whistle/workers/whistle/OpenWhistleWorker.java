package city.whistle.workers.whistle;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.open}: registers the whistle that a case's owner asks for, or takes up the one
 * that the API registered.
 */
@Component
public class OpenWhistleWorker {

  private final Jobs jobs;
  private final Whistles whistles;
  private final WhistleDrafts drafts;
  private final WhistleNames names;
  private final Timeline timeline;
  private final Outbox outbox;

  OpenWhistleWorker(
      Jobs jobs,
      Whistles whistles,
      WhistleDrafts drafts,
      WhistleNames names,
      Timeline timeline,
      Outbox outbox) {
    this.names = names;
    this.jobs = jobs;
    this.whistles = whistles;
    this.drafts = drafts;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "whistle.open",
      fetchVariables = {"caseId", "owner", "whistleRequest", "whistle"})
  public Map<String, Object> openWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    Object subject = input.whistle() == null ? input.caseId() : input.whistle().id();
    if (subject == null) {
      throw WhistleDrafts.invalid("a whistle needs a case, or comes registered");
    }
    if (input.whistle() != null
        && !whistles.bind(input.whistle().id(), job.getProcessInstanceKey())) {
      outbox.add(new CancelProcess(job.getProcessInstanceKey()));
      throw WhistleDrafts.invalid("another instance handles this whistle, or there is none");
    }
    return jobs.once(job, subject, () -> new Output(open(input)));
  }

  private WhistleVariable open(Input input) {
    WhistleVariable whistle =
        input.whistle() == null
            ? whistles.insert(drafts.of(input.caseId(), input.owner(), input.whistleRequest()))
            : whistles.find(input.whistle().id()).orElseThrow();
    timeline.append(
        whistle.timelineSubject(),
        "street:" + whistle.streetCode(),
        "WhistleBlown",
        whistle.reason(),
        Map.of("whistle", whistle.number(), "kind", whistle.kind(), "units", whistle.units()));
    return names.of(whistle);
  }

  record Input(
      UUID caseId, UnitRef owner, WhistleDrafts.Asked whistleRequest, Registered whistle) {}

  record Registered(UUID id) {}

  record Output(WhistleVariable whistle) {}
}
