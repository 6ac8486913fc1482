package city.whistle.workers.suspension;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.resume}: the suspension is over, the case's clocks run on, see {@link CaseClocks}.
 * Where something else ended it before, nothing is left to resume.
 */
@Component
public class ResumeCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseClocks clocks;
  private final Outbox outbox;

  ResumeCaseWorker(Jobs jobs, CaseFiles cases, CaseClocks clocks, Outbox outbox) {
    this.jobs = jobs;
    this.cases = cases;
    this.clocks = clocks;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "case.resume",
      fetchVariables = {"caseId", "suspension"})
  public Map<String, Object> resumeCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> resume(input));
  }

  private Output resume(Input input) {
    Limits limits =
        clocks
            .resume(input.caseId(), SuspensionEnd.OVER)
            .map(Resumed::limits)
            .map(running -> told(input.caseId(), running))
            .orElseGet(() -> cases.get(input.caseId()).limits());
    return new Output(
        limits,
        input.suspension().ended("挂账已结束，请在 " + CityTime.toTheMinute(limits.settleBy()) + " 前办结"));
  }

  private Limits told(UUID caseId, Limits limits) {
    outbox.add(
        PublishMessage.momentary(
            "case.limitsChanged", caseId.toString(), Map.of("limits", limits, "suspended", false)));
    return limits;
  }

  record Input(UUID caseId, SuspensionVariable suspension) {}

  record Output(Limits limits, SuspensionVariable suspension) {}
}
