package city.whistle.workers.supervision;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of supervisions. A case has at most one open supervision of a unit for a cause, and so
 * has each whistle: what comes meanwhile is counted up.
 */
@Component
public class Supervisions {

  static final String SAME =
      " coalesce(case_id, whistle_id, assessment_id) = :subject and cause = :cause and coalesce(unit_code, '') ="
          + " :unit and coalesce(task, '') = :task and coalesce(whistle_id::text, '') = :whistle";

  /** Those of a case or a whistle that run; a unit that stayed away isn't excused by its end. */
  static final String OPEN =
      """
      select id from registry.supervision
      where (case_id = :subject or whistle_id = :subject) and recorded_at is null
        and cause <> 'absence'\
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final CityTime time;

  Supervisions(JdbcClient jdbc, Outbox outbox, CityTime time) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * Closes whatever supervision of this case or whistle is open: there is nothing left to do. That
   * a unit stayed away isn't mended by the end of what it was called to, and remains to be looked
   * into.
   */
  public void matterEnded(UUID subject) {
    open(subject).forEach(this::tellEnded);
  }

  private void tellEnded(UUID id) {
    outbox.add(PublishMessage.lasting("supervision.matterEnded", id.toString(), Map.of()));
  }

  /** The processes of this case are gone, and what they were to supervise begins anew. */
  public void abandoned(UUID caseId) {
    jdbc.sql(
            """
            update registry.supervision set recorded_at = ?, matter_ended = true
            where case_id = ? and recorded_at is null\
            """)
        .params(time.now(), caseId)
        .update();
  }

  /** This task is among those that the open supervision of the cause is about. */
  void about(SupervisedMatter matter, long taskKey) {
    same(
            "update registry.supervision set task_keys = array_append(array_remove(task_keys, :key),"
                + " :key) where"
                + SAME
                + " and recorded_at is null",
            matter)
        .param("key", taskKey)
        .update();
  }

  /**
   * The task is done, or ended with what it was for. A supervision that had no other ground ends:
   * its people are told as whoever has a task that ends.
   */
  public void taskEnded(long taskKey) {
    jdbc
        .sql(
            """
            update registry.supervision set task_keys = array_remove(task_keys, :key)
            where task_keys @> array[:key]::bigint[] and recorded_at is null
            returning id, task_keys = '{}' as groundless\
            """)
        .param("key", taskKey)
        .query((row, n) -> row.getBoolean("groundless") ? row.getObject("id", UUID.class) : null)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .forEach(this::tellEnded);
  }

  /** No process works on this supervision; another of its cause begins a new one. */
  public void end(UUID id) {
    jdbc.sql(
            """
            update registry.supervision set recorded_at = ?, matter_ended = true
            where id = ? and recorded_at is null\
            """)
        .params(time.now(), id)
        .update();
  }

  /** One more of the cause for the supervision that is open; false where none is. */
  boolean countUp(SupervisedMatter matter) {
    return same(
                "update registry.supervision set count = count + 1 where"
                    + SAME
                    + " and recorded_at is null",
                matter)
            .update()
        == 1;
  }

  /**
   * Opens a supervision.
   *
   * @return how many there were of this cause with it: the unit's absences of the year, else the
   *     case's own
   */
  Raised raise(SupervisedMatter matter) {
    UUID id = UUID.randomUUID();
    int count = 1 + earlier(matter);
    insert(id, matter, 1).params(null, null, null).update();
    return new Raised(id, count);
  }

  /**
   * A supervision of what came while a reminder was on its way, which said less than it should; the
   * case may be over by then.
   */
  Optional<Raised> raiseMore(SupervisedMatter matter) {
    int total = total(matter);
    if (matter.count() == null || total <= matter.count() || isOver(matter.caseId())) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    insert(id, matter, 0).params(null, null, null).update();
    return Optional.of(new Raised(id, total));
  }

  private boolean isOver(UUID caseId) {
    return jdbc.sql(
                "select count(*) from registry.case_file where id = ? and closed_at is not null")
            .param(caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Keeps how a supervision ended; one that nobody raised by the registry gets its row now. */
  void recorded(SupervisedMatter matter, boolean matterEnded) {
    OffsetDateTime now = time.now();
    UUID id = matter.supervision() == null ? null : matter.supervision().id();
    int rows =
        id == null
            ? 0
            : jdbc.sql(
                    """
                    update registry.supervision set level = ?, note = ?, recorded_at = ?, matter_ended = ?
                    where id = ?\
                    """)
                .params(matter.supervisionLevel(), matter.supervisionNote(), now, matterEnded, id)
                .update();
    if (rows == 0) {
      insert(id == null ? UUID.randomUUID() : id, matter, 1)
          .params(matter.supervisionLevel(), matter.supervisionNote(), now)
          .update();
    }
  }

  private JdbcClient.StatementSpec insert(UUID id, SupervisedMatter matter, int count) {
    return jdbc.sql(
            """
            insert into registry.supervision
              (id, case_id, whistle_id, assessment_id, unit_code, cause, task, round, count, raised_at, level, note,
               recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            matter.caseId(),
            matter.whistle() == null ? null : matter.whistle().id(),
            matter.assessment() == null ? null : matter.assessment().id(),
            matter.unit(),
            matter.causeText(),
            matter.overdueTask(),
            matter.round(),
            count,
            time.now());
  }

  private int earlier(SupervisedMatter matter) {
    return matter.causeText().equals("absence")
        ? jdbc.sql(
                """
                select count(*) from registry.supervision
                where cause = 'absence' and unit_code = ? and raised_at >= ?\
                """)
            .params(matter.unit(), yearBegan())
            .query(Integer.class)
            .single()
        : total(matter);
  }

  private int total(SupervisedMatter matter) {
    return same("select coalesce(sum(count), 0) from registry.supervision where" + SAME, matter)
        .query(Integer.class)
        .single();
  }

  private OffsetDateTime yearBegan() {
    return time.now().withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
  }

  private JdbcClient.StatementSpec same(String sql, SupervisedMatter matter) {
    return jdbc.sql(sql)
        .param("subject", matter.subject())
        .param("cause", matter.causeText())
        .param("unit", matter.unit() == null ? "" : matter.unit())
        .param("task", matter.overdueTask() == null ? "" : matter.overdueTask())
        .param("whistle", matter.whistle() == null ? "" : matter.whistle().id().toString());
  }

  private List<UUID> open(UUID subject) {
    return jdbc.sql(OPEN).param("subject", subject).query(UUID.class).list();
  }

  /**
   * @param count how many of the cause there were, this one with them
   */
  record Raised(UUID id, int count) {}
}
