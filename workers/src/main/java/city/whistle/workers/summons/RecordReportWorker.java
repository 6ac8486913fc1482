package city.whistle.workers.summons;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.summons.Summonses.Stamps;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code summons.record}: sums up how a unit did, from the times at which its tasks were completed.
 */
@Component
public class RecordReportWorker {

  private final Jobs jobs;
  private final Summonses summonses;
  private final Timeline timeline;
  private final CityTime time;

  RecordReportWorker(Jobs jobs, Summonses summonses, Timeline timeline, CityTime time) {
    this.jobs = jobs;
    this.summonses = summonses;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "summons.record",
      fetchVariables = {"whistle", "summons", "arrival", "part"})
  public Map<String, Object> recordReport(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.whistle().id(), () -> new Output(record(input)));
  }

  private Report record(Input input) {
    Stamps stamps = summonses.stamps(input.summons().id());
    Part part = input.part() == null ? new Part(null, null) : input.part();
    OffsetDateTime now = time.now();
    boolean absent = stamps.arrivedAt() == null && now.isAfter(stamps.arriveBy());
    Report report =
        new Report(
            stamps.unitCode(),
            stamps.unitName(),
            stamps.signedAt(),
            stamps.arrivedAt(),
            part.result(),
            isLate(stamps.signedAt(), stamps.signBy(), now)
                || isLate(stamps.arrivedAt(), stamps.arriveBy(), now),
            absent);
    summonses.recorded(input.summons().id(), report, json(input.arrival()), part.note());
    timeline.append(
        input.whistle().timelineSubject(),
        "system",
        "ReportRecorded",
        outcome(report),
        Map.of("unit", report.unitCode(), "unitName", report.unitName(), "late", report.late()));
    return report;
  }

  /** What was never done is late, too, once it was due; who was released before that is neither. */
  private static boolean isLate(OffsetDateTime done, OffsetDateTime due, OffsetDateTime now) {
    return (done == null ? now : done).isAfter(due);
  }

  private static String json(JsonNode node) {
    return node == null || node.isNull() ? null : node.toString();
  }

  /** Who was released before it had to come is not absent, but did not come either. */
  private static String outcome(Report report) {
    if (report.arrivedAt() == null) {
      return report.absent() ? "absent" : "notCome";
    }
    return report.result() == null ? "unfinished" : report.result();
  }

  record Input(SummoningWhistle whistle, SummonsVariable summons, JsonNode arrival, Part part) {}

  /** Variable {@code part}: what the unit did. */
  record Part(String result, String note) {}

  record Output(Report report) {}
}
