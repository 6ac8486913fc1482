package city.whistle.workers.supervision;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code supervision.record}: keeps that a unit was supervised, why and how severely. */
@Component
public class RecordSupervisionWorker {

  private final Jobs jobs;
  private final Timeline timeline;
  private final CityTime time;
  private final JdbcClient jdbc;

  RecordSupervisionWorker(Jobs jobs, Timeline timeline, CityTime time, JdbcClient jdbc) {
    this.jobs = jobs;
    this.timeline = timeline;
    this.time = time;
    this.jdbc = jdbc;
  }

  @JobWorker(
      type = "supervision.record",
      fetchVariables = {
        "caseId",
        "whistle",
        "owner",
        "cause",
        "supervisionLevel",
        "round",
        "supervisionNote"
      })
  public void recordSupervision(ActivatedJob job) {
    SupervisedMatter matter = jobs.read(job, SupervisedMatter.class);
    jobs.once(job, matter.subject(), () -> record(matter));
  }

  private void record(SupervisedMatter matter) {
    String unit = matter.owner() == null ? null : matter.owner().code();
    jdbc.sql(
            """
            insert into registry.supervision
              (id, case_id, whistle_id, unit_code, cause, level, round, note, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            UUID.randomUUID(),
            matter.caseId(),
            matter.whistle() == null ? null : matter.whistle().id(),
            unit,
            matter.causeText(),
            matter.supervisionLevel(),
            matter.round(),
            matter.supervisionNote(),
            time.now())
        .update();
    timeline.append(
        matter.subject(),
        "system",
        "SupervisionRecorded",
        matter.causeText(),
        Map.of("level", matter.supervisionLevel(), "unit", unit == null ? "" : unit));
  }
}
