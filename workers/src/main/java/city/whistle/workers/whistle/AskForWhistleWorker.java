package city.whistle.workers.whistle;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.unit.UnitRef;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.ask}: has the whistle blown that a case's owner asks for, beside the case, or says
 * at once why it can't be.
 */
@Component
public class AskForWhistleWorker {

  private final Jobs jobs;
  private final WhistleDrafts drafts;
  private final Outbox outbox;

  AskForWhistleWorker(Jobs jobs, WhistleDrafts drafts, Outbox outbox) {
    this.jobs = jobs;
    this.drafts = drafts;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "whistle.ask",
      fetchVariables = {"caseId", "owner", "whistleRequest"})
  public void askForWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.caseId(), () -> ask(input));
  }

  private void ask(Input input) {
    drafts.of(input.caseId(), input.owner(), input.whistleRequest());
    outbox.add(
        PublishMessage.momentary(
            "case.whistleAsked",
            input.caseId().toString(),
            Map.of("whistleAsked", input.whistleRequest())));
  }

  record Input(UUID caseId, UnitRef owner, WhistleDrafts.Asked whistleRequest) {}
}
