package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.RequestVariable;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.notification.NotificationKind;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code appeal.record}: keeps what was decided on an appeal, and tells the unit. Who checked the
 * figures decides on none. A case whose appeal is upheld is left out, and the figures are counted
 * again after this.
 */
@Component
public class RecordAppealWorker {

  private final Jobs jobs;
  private final AskedForStore requests;
  private final AssessmentRuns runs;
  private final RequestDecisions decisions;

  RecordAppealWorker(
      Jobs jobs, AskedForStore requests, AssessmentRuns runs, RequestDecisions decisions) {
    this.jobs = jobs;
    this.requests = requests;
    this.runs = runs;
    this.decisions = decisions;
  }

  @JobWorker(
      type = "appeal.record",
      fetchVariables = {"assessment", "appeal", "appealUpheld", "appealNote"})
  public Map<String, Object> recordAppeal(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    AskedFor asked = requests.get(input.appeal().id());
    return jobs.once(job, asked.caseId(), () -> new Output(record(asked, input)));
  }

  private RequestVariable record(AskedFor asked, Input input) {
    if (asked.decidedBy() == null) {
      throw Refusal.of("SAME_PEOPLE", "申诉须有具名的审理人，请先认领任务再审理");
    }
    if (runs.wasCheckedBy(input.assessment().id(), asked.decidedBy())) {
      throw Refusal.of("SAME_PEOPLE", "申诉不得由核对成绩的人员审理，请换人审理");
    }
    decisions.decide(asked, Boolean.TRUE.equals(input.appealUpheld()), input.appealNote());
    return decisions.tell(asked, NotificationKind.APPEAL_DECIDED, "AppealDecided");
  }

  record Input(
      AssessmentVariable assessment, Known appeal, Boolean appealUpheld, String appealNote) {}

  record Known(UUID id) {}

  record Output(RequestVariable appeal) {}
}
