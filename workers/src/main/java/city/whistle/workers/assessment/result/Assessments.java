package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.result.Assessment.State;
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

/** The versions of each month's figures. What was published stays, whatever comes after it. */
@Component
public class Assessments {

  private static final String SELECT =
      "select a.*, r.month from registry.assessment a join registry.assessment_run r on r.id ="
          + " a.run_id ";

  private final JdbcClient jdbc;
  private final CityTime time;

  Assessments(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** All versions of a month, the latest first. */
  public List<Assessment> versions(YearMonth month) {
    return jdbc.sql(SELECT + "where r.month = ? order by a.version desc")
        .param(month.atDay(1))
        .query(Assessments::read)
        .list();
  }

  /** The version that is published, or final. */
  public Optional<Assessment> published(YearMonth month) {
    return versions(month).stream().filter(Assessment::holds).findFirst();
  }

  /** The latest version, published or not. */
  public Optional<Assessment> latest(YearMonth month) {
    return versions(month).stream().findFirst();
  }

  public Assessment get(UUID id) {
    return jdbc.sql(SELECT + "where a.id = ?").param(id).query(Assessments::read).single();
  }

  /** Waits for whoever computes the same month's draft, until whose transaction ends. */
  void takeTurn(UUID runId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("assessment " + runId)
        .query()
        .singleRow();
  }

  /** Drops figures that nobody has published. */
  void dropProvisional(UUID runId) {
    jdbc.sql("delete from registry.assessment where run_id = ? and state = 'provisional'")
        .param(runId)
        .update();
  }

  Assessment insert(Assessment draft) {
    int version =
        jdbc.sql("select coalesce(max(version), 0) + 1 from registry.assessment where run_id = ?")
            .param(draft.runId())
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            insert into registry.assessment (id, run_id, version, state, policy_id, policy_digest, code_version,
              counts_from, counts_until, reason, computed_at, published_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            draft.id(),
            draft.runId(),
            version,
            draft.state().wireName(),
            draft.policyId(),
            draft.policyDigest(),
            draft.codeVersion(),
            draft.from(),
            draft.until(),
            draft.reason(),
            draft.computedAt(),
            draft.publishedAt())
        .update();
    return get(draft.id());
  }

  void counted(UUID id, String inputDigest) {
    jdbc.sql("update registry.assessment set input_digest = ? where id = ?")
        .params(inputDigest, id)
        .update();
  }

  /** The version that is published steps back. */
  void recounted(UUID runId) {
    jdbc.sql(
            "update registry.assessment set state = 'recounted' where run_id = ? and state ="
                + " 'published'")
        .param(runId)
        .update();
  }

  /** Publishes the provisional version. */
  public void publish(UUID id) {
    jdbc.sql(
            """
            update registry.assessment set state = 'published', published_at = ?
            where id = ? and state = 'provisional'\
            """)
        .params(time.now(), id)
        .update();
  }

  /** Nothing of the month changes any more. */
  public void finish(UUID runId) {
    OffsetDateTime now = time.now();
    jdbc.sql(
            """
            update registry.assessment set state = 'final', final_at = ?
            where run_id = ? and state = 'published'\
            """)
        .params(now, runId)
        .update();
    jdbc.sql("update registry.assessment_run set final_at = ? where id = ?")
        .params(now, runId)
        .update();
  }

  private static Assessment read(ResultSet row, int n) throws SQLException {
    return new Assessment(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getInt("version"),
        State.of(row.getString("state")),
        row.getString("policy_id"),
        row.getString("policy_digest"),
        row.getString("code_version"),
        time(row, "counts_from"),
        time(row, "counts_until"),
        row.getString("input_digest"),
        row.getString("reason"),
        time(row, "computed_at"),
        time(row, "published_at"),
        time(row, "final_at"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
