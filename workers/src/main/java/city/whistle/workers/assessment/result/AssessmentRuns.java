package city.whistle.workers.assessment.result;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each month's assessment from its beginning to its end; a month has one. */
@Component
public class AssessmentRuns {

  private final JdbcClient jdbc;
  private final CityTime time;

  AssessmentRuns(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  public Optional<Run> of(YearMonth month) {
    return jdbc.sql("select * from registry.assessment_run where month = ?")
        .param(month.atDay(1))
        .query(AssessmentRuns::read)
        .optional();
  }

  /** The latest month first. */
  public List<Run> newest(int max) {
    return jdbc.sql("select * from registry.assessment_run order by month desc limit ?")
        .param(max)
        .query(AssessmentRuns::read)
        .list();
  }

  private static Run read(ResultSet row, int n) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("process_instance_key"),
        CityTime.inCity(row.getObject("appeal_until", OffsetDateTime.class)),
        CityTime.inCity(row.getObject("final_at", OffsetDateTime.class)));
  }

  /** Keeps the month from becoming final until the transaction ends. */
  public void keepOpen(YearMonth month) {
    jdbc.sql("select id from registry.assessment_run where month = ? for share")
        .param(month.atDay(1))
        .query(UUID.class)
        .optional();
  }

  /** Lets nobody ask for anything of the month, nor recount it, until the transaction ends. */
  public void close(UUID id) {
    jdbc.sql("select id from registry.assessment_run where id = ? for update")
        .param(id)
        .query(UUID.class)
        .single();
  }

  /** Begins a month's assessment, or hands one that goes on to another instance. */
  public Run begin(YearMonth month, long processInstanceKey) {
    jdbc.sql(
            """
            insert into registry.assessment_run (id, month, process_instance_key, begun_at)
            values (?, ?, ?, ?)
            on conflict (month) do update set process_instance_key = excluded.process_instance_key\
            """)
        .params(UUID.randomUUID(), month.atDay(1), processInstanceKey, time.now())
        .update();
    return of(month).orElseThrow();
  }

  public void appealUntil(UUID id, OffsetDateTime until) {
    jdbc.sql("update registry.assessment_run set appeal_until = ? where id = ?")
        .params(until, id)
        .update();
  }

  /** Keeps who checked the figures: another decides on appeals. */
  public void checkedBy(UUID id, String who) {
    jdbc.sql(
            """
            insert into registry.assessment_checker (run_id, who) values (?, ?)
            on conflict do nothing\
            """)
        .params(id, who)
        .update();
  }

  public boolean wasCheckedBy(UUID id, String who) {
    return jdbc.sql(
            """
            select exists (select from registry.assessment_checker where run_id = ? and who = ?)\
            """)
        .params(id, who)
        .query(Boolean.class)
        .single();
  }

  /** Whether anything happened in the period that an assessment could count. */
  public boolean hasFacts(OffsetDateTime from, OffsetDateTime to) {
    return jdbc.sql(
            """
            select exists (select from registry.callback_fact
              where recorded_at >= ? and recorded_at < ?)\
            """)
        .params(from, to)
        .query(Boolean.class)
        .single();
  }

  /**
   * A month's assessment.
   *
   * @param appealUntil null until it is published
   * @param finalAt null until nothing of it changes any more
   */
  public record Run(
      UUID id,
      YearMonth month,
      long processInstanceKey,
      OffsetDateTime appealUntil,
      OffsetDateTime finalAt) {}
}
