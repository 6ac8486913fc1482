package city.whistle.workers.difference;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the last comparison found, for whoever asks, whichever copy compared. */
@Component
public class Differences {

  /** How many a comparison keeps; all are counted. */
  public static final int KEPT = 200;

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;

  Differences(JdbcClient jdbc, CityTime time, JsonText json) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
  }

  /** Empty where none was made yet. */
  public Optional<Last> last() {
    return jdbc.sql("select * from registry.comparison where compared_at is not null")
        .query(this::readLast)
        .optional();
  }

  /** What the last comparison found; what was mended since is left out. */
  public List<Difference> list() {
    return jdbc.sql(
            """
            select d.* from registry.difference d where kind <> 'CASE_WITHOUT_PROCESS' or exists (
              select from registry.case_file c where c.id = d.case_id and c.closed_at is null
                and c.process_instance_key is not distinct from d.process_instance_key)
            order by kind, id\
            """)
        .query(Differences::read)
        .list();
  }

  /** How many are left of what the last comparison found; empty where none was made yet. */
  public Optional<Integer> number() {
    return last()
        .map(last -> last.counts().values().stream().mapToInt(Integer::intValue).sum())
        .map(all -> all > KEPT ? all : list().size());
  }

  Optional<Difference> find(String id) {
    return jdbc.sql("select * from registry.difference where id = ?")
        .param(id)
        .query(Differences::read)
        .optional();
  }

  /** Has one of the copies compare soon. */
  void want() {
    jdbc.sql(
            """
            insert into registry.comparison (begun_at, wanted) values ('-infinity', true)
            on conflict (id) do update set wanted = true\
            """)
        .update();
  }

  /**
   * Says that a comparison begins, where one is due or wanted: of several copies one then compares.
   * One that was begun in the future was begun under a clock that was ahead, and counts for
   * nothing.
   *
   * @param pause after which it is due
   * @param least after which it is made where somebody wants it
   */
  boolean begin(Duration pause, Duration least) {
    OffsetDateTime now = time.now();
    return jdbc.sql(
                """
                update registry.comparison set begun_at = :now, wanted = false
                where begun_at <= :due or wanted and begun_at <= :early or begun_at > :now\
                """)
            .param("now", now)
            .param("due", now.minus(pause))
            .param("early", now.minus(least))
            .update()
        == 1;
  }

  @Transactional
  void keep(Findings findings) {
    jdbc.sql("delete from registry.difference").update();
    findings.kept().forEach(this::insert);
    jdbc.sql(
            "update registry.comparison set compared_at = ?, whole = ?, soon = ?, counts = ?::jsonb")
        .params(time.now(), findings.whole(), findings.soon(), json.write(findings.counts()))
        .update();
  }

  void mended(String id) {
    jdbc.sql("delete from registry.difference where id = ?").param(id).update();
  }

  private void insert(Difference found) {
    jdbc.sql(
            """
            insert into registry.difference (id, kind, cause, case_id, number, process_instance_key, unit_code, since)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing\
            """)
        .params(
            found.id(),
            found.kind().name(),
            found.cause().name(),
            found.caseId(),
            found.number(),
            found.instance(),
            found.unit(),
            found.since())
        .update();
  }

  private Last readLast(ResultSet row, int n) throws SQLException {
    Map<DifferenceKind, Integer> counts = new EnumMap<>(DifferenceKind.class);
    Map<?, ?> stored = json.read(row.getString("counts"), Map.class);
    stored.forEach(
        (kind, count) -> counts.put(DifferenceKind.valueOf((String) kind), (Integer) count));
    return new Last(
        CityTime.inCity(row.getObject("compared_at", OffsetDateTime.class)),
        row.getBoolean("whole"),
        row.getBoolean("soon"),
        counts);
  }

  private static Difference read(ResultSet row, int n) throws SQLException {
    return new Difference(
        row.getString("id"),
        DifferenceKind.valueOf(row.getString("kind")),
        DifferenceCause.valueOf(row.getString("cause")),
        row.getObject("case_id", UUID.class),
        row.getString("number"),
        row.getObject("process_instance_key", Long.class),
        row.getString("unit_code"),
        CityTime.inCity(row.getObject("since", OffsetDateTime.class)));
  }

  /**
   * A comparison.
   *
   * @param whole false where there was more than is looked at
   * @param soon whether something was too new to be told from what is just being done
   * @param counts all that was found, also what is not listed
   */
  public record Last(
      OffsetDateTime at, boolean whole, boolean soon, Map<DifferenceKind, Integer> counts) {}
}
