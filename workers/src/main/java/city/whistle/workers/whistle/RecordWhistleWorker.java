package city.whistle.workers.whistle;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.summons.Report;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.record}: keeps the meeting, its actions and both assessments, and counts who came.
 */
@Component
public class RecordWhistleWorker {

  private final Jobs jobs;
  private final Whistles whistles;
  private final Summonses summonses;
  private final Meetings meetings;
  private final Supervisions supervisions;
  private final Timeline timeline;

  RecordWhistleWorker(
      Jobs jobs,
      Whistles whistles,
      Summonses summonses,
      Meetings meetings,
      Supervisions supervisions,
      Timeline timeline) {
    this.jobs = jobs;
    this.whistles = whistles;
    this.summonses = summonses;
    this.meetings = meetings;
    this.supervisions = supervisions;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "whistle.record",
      fetchVariables = {
        "whistle",
        "reports",
        "addedReports",
        "meeting",
        "actionResults",
        "unitScores",
        "whistleScore",
        "approved",
        "approvalNote"
      })
  public Map<String, Object> recordWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    boolean caseEnded = "true".equals(job.getCustomHeaders().get("caseEnded"));
    return jobs.once(job, input.whistle().id(), () -> new Output(record(input, caseEnded)));
  }

  /**
   * @param caseEnded before anybody decided on the whistle, so that it is neither approved nor
   *     refused
   */
  private Result record(Input input, boolean caseEnded) {
    boolean approved = !Boolean.FALSE.equals(input.approved());
    List<Report> reports = input.reports() == null ? List.of() : input.reports();
    Result result =
        new Result(
            reports.size(),
            (int) reports.stream().filter(report -> report.arrivedAt() != null).count(),
            approved ? null : input.approvalNote());
    whistles.ended(input.whistle().id(), input.approved(), json(input.whistleScore()));
    supervisions.matterEnded(input.whistle().id());
    if (input.meeting() != null) {
      meetings.write(input.whistle().id(), input.meeting(), input.actionResults());
    }
    if (input.unitScores() != null) {
      input
          .unitScores()
          .forEach(
              sheet ->
                  summonses.scored(
                      input.whistle().id(), sheet.path("unitCode").asText(), sheet.toString()));
    }
    timeline.append(
        input.whistle().timelineSubject(),
        "system",
        "WhistleRecorded",
        caseEnded ? "caseEnded" : approved ? agreed(input) : refused(input),
        Map.of(
            "whistle", input.whistle().number(),
            "units", result.units(),
            "reported", result.reported()));
    return result;
  }

  private static String agreed(Input input) {
    return input.meeting() == null || input.meeting().agreed() == null
        ? ""
        : input.meeting().agreed();
  }

  private static String refused(Input input) {
    return input.approvalNote() == null ? "refused" : input.approvalNote();
  }

  private static String json(JsonNode node) {
    return node == null || node.isNull() ? null : node.toString();
  }

  record Input(
      WhistleVariable whistle,
      List<Report> reports,
      Meeting meeting,
      List<JsonNode> actionResults,
      List<JsonNode> unitScores,
      JsonNode whistleScore,
      Boolean approved,
      String approvalNote) {}

  record Output(Result whistleResult) {}

  /**
   * Variable {@code whistleResult}: how many units were summoned, and how many came.
   *
   * @param refused why it was not approved, left out for one that was
   */
  record Result(
      int units, int reported, @JsonInclude(JsonInclude.Include.NON_NULL) String refused) {}
}
