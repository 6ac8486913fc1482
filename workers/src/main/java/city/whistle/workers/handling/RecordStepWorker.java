package city.whistle.workers.handling;

import city.whistle.workers.answer.TaskAnswers;
import city.whistle.workers.casefile.CaseParties;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.TaskPerson;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.summons.SummonsStep;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.summons.UnitAnswers;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.whistle.MeetingNotices;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.recordStep}, a task listener: has what somebody sends with a task looked at, writes
 * down that he completed it, and stamps the times of a summoned unit.
 */
@Component
public class RecordStepWorker {

  private final TaskAnswers answers;
  private final Jobs jobs;
  private final Summonses summonses;
  private final CaseParties parties;
  private final CoHandlerNotices coHandlers;
  private final MeetingNotices meetings;
  private final Supervisions supervisions;
  private final Outbox outbox;
  private final Timeline timeline;

  RecordStepWorker(
      TaskAnswers answers,
      Jobs jobs,
      Summonses summonses,
      CaseParties parties,
      CoHandlerNotices coHandlers,
      MeetingNotices meetings,
      Supervisions supervisions,
      Outbox outbox,
      Timeline timeline) {
    this.outbox = outbox;
    this.answers = answers;
    this.jobs = jobs;
    this.summonses = summonses;
    this.parties = parties;
    this.coHandlers = coHandlers;
    this.meetings = meetings;
    this.supervisions = supervisions;
    this.timeline = timeline;
  }

  /** With all variables: what a person sends has any name. */
  @JobWorker(type = "case.recordStep")
  public void recordStep(ActivatedJob job) {
    List<List<String>> asked = answers.require(job);
    JsonNode values = jobs.read(job, JsonNode.class);
    UUID subject =
        id(values, "/caseId")
            .or(() -> id(values, "/whistle/id"))
            .or(() -> id(values, "/assessment/id"))
            .or(() -> id(values, "/matter/id"))
            .or(() -> id(values, "/patrol/id"))
            .or(() -> id(values, "/theme/id"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a step belongs to a case, a whistle, a patrol, a month's assessment or"
                            + " theme, or a matter"));
    jobs.once(job, subject, () -> record(job, subject, asked, values));
  }

  private void record(ActivatedJob job, UUID subject, List<List<String>> asked, JsonNode values) {
    SummonsStep.ofElement(job.getElementId())
        .ifPresent(step -> id(values, "/summons/id").ifPresent(id -> summonses.stamp(id, step)));
    if (values.path("outcome").asText().equals("coHandlers")
        && job.getElementId().equals("HandleCase")) {
      parties.addCoHandlers(subject, values.path("coHandlers").findValuesAsText("unitCode"));
      coHandlers.asked(subject, values);
    }
    if (job.getElementId().equals("DoPart")) {
      didPart(values);
    }
    if (job.getElementId().equals("HoldMeeting")) {
      meetings.held(subject, values);
    }
    supervisions.taskEnded(job.getUserTask().getUserTaskKey());
    timeline.append(
        subject,
        TaskPerson.of(job),
        job.getElementId(),
        StepReason.of(job.getElementId(), values),
        details(job, asked, values));
  }

  private void didPart(JsonNode values) {
    String result = values.at("/part/result").asText();
    id(values, "/summons/id").ifPresent(id -> summonses.answered(id, result));
    outbox.add(
        UnitAnswers.toWhoReleases(
            values.at("/whistle/id").asText(), values.at("/summons/unitCode").asText(), result));
  }

  private static Map<String, Object> details(
      ActivatedJob job, List<List<String>> asked, JsonNode values) {
    Map<String, Object> details = new LinkedHashMap<>();
    TaskAction.lender(job).ifPresent(lender -> details.put("for", lender));
    put(details, "unit", values.at("/summons/unitCode"));
    put(details, "unitName", values.at("/summons/unitName"));
    put(details, "unit", values.at("/coHandler/unitCode"));
    put(details, "unitName", values.at("/coHandler/name"));
    put(details, "unit", values.at("/themeUnit/code"));
    put(details, "unitName", values.at("/themeUnit/name"));
    put(details, "whistle", values.at("/whistle/number"));
    details.putAll(SentFields.of(job.getElementId(), asked, values));
    return details;
  }

  private static void put(Map<String, Object> details, String name, JsonNode value) {
    if (value.isTextual()) {
      details.put(name, value.textValue());
    }
  }

  private static Optional<UUID> id(JsonNode values, String path) {
    JsonNode value = values.at(path);
    return value.isTextual() ? Optional.of(UUID.fromString(value.textValue())) : Optional.empty();
  }
}
