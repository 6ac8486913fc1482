package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.casefile.Inclusion;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.fact.CaseExclusions;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.matter.MatterEndings;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.ResidentChannel;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.archive}: closes the case with the resident's answer, as it counts in the month's
 * rates.
 */
@Component
public class ArchiveCaseWorker {

  /**
   * As {@code assessment-inclusion} says it. No rate counts such a case anyway, and what the
   * resident said when a round before was over stays said.
   */
  private static final String NOT_ANSWERED = "noValidCallback";

  private final Jobs jobs;
  private final CaseProgress progress;
  private final CaseFiles cases;
  private final CaseEnding ending;
  private final CaseExclusions exclusions;
  private final MatterEndings matters;
  private final Notifications notifications;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final CityTime time;

  ArchiveCaseWorker(
      Jobs jobs,
      CaseProgress progress,
      CaseFiles cases,
      CaseEnding ending,
      CaseExclusions exclusions,
      MatterEndings matters,
      Notifications notifications,
      CaseClocks clocks,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.progress = progress;
    this.cases = cases;
    this.ending = ending;
    this.exclusions = exclusions;
    this.matters = matters;
    this.notifications = notifications;
    this.clocks = clocks;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "case.archive",
      fetchVariables = {"caseId", "verdict", "answer", "inclusion", "whistleResult"})
  public void archiveCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(job, input.caseId(), () -> archive(input));
  }

  private void archive(Input input) {
    CaseFile file = cases.get(input.caseId());
    ResidentAnswer answer = input.answer() == null ? ResidentAnswer.NONE : input.answer();
    Inclusion inclusion = input.inclusion() == null ? new Inclusion(null, null) : input.inclusion();
    clocks.resume(file.id(), SuspensionEnd.CLOSED);
    progress.closed(input.caseId(), answer, inclusion, time.now());
    if (!matters.counts(input.caseId())) {
      exclusions.add(input.caseId(), "merged", true);
    }
    if (Boolean.FALSE.equals(inclusion.included()) && !NOT_ANSWERED.equals(inclusion.reason())) {
      exclusions.add(input.caseId(), inclusion.reason(), true);
    }
    ending.end(input.caseId());
    if (file.status() != CaseStatus.WITHDRAWN) {
      notifications.add(
          Notification.toResident(
              file.id(),
              ResidentChannel.of(file.about().channel()),
              NotificationKind.CASE_CLOSED,
              Map.of("result", answer.answered() ? answer.settled() : "noAnswer")));
    }
    timeline.append(
        input.caseId(), "system", "CaseClosed", input.verdict(), details(input, answer));
  }

  private static Map<String, Object> details(Input input, ResidentAnswer answer) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (answer.answered()) {
      details.put("contacted", answer.contacted());
      details.put("settled", answer.settled());
      details.put("satisfied", answer.satisfied());
    }
    if (input.whistleResult() != null) {
      details.put("whistle", input.whistleResult());
    }
    return details;
  }

  record Input(
      UUID caseId,
      String verdict,
      ResidentAnswer answer,
      Inclusion inclusion,
      Map<String, Object> whistleResult) {}
}
