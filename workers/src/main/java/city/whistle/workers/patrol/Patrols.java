package city.whistle.workers.patrol;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Post;
import city.whistle.workers.number.DailyNumbers;
import city.whistle.workers.number.DailyNumbers.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of patrols. */
@Component
public class Patrols {

  private final JdbcClient jdbc;
  private final DailyNumbers numbers;
  private final CityTime time;

  Patrols(JdbcClient jdbc, DailyNumbers numbers, CityTime time) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.time = time;
  }

  public Optional<Patrol> find(UUID id) {
    return one("id = ?", id);
  }

  public Patrol get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("there is no patrol " + id));
  }

  public Optional<Patrol> byNumber(String number) {
    return one("number = ?", number);
  }

  Optional<Patrol> ofCase(UUID caseId) {
    return one("case_id = ?", caseId);
  }

  Optional<Patrol> byExternalId(String clientId, String externalId) {
    return one("client_id = ? and external_id = ?", clientId, externalId);
  }

  private Optional<Patrol> one(String which, Object... params) {
    return jdbc.sql("select * from registry.patrol where " + which)
        .params(params)
        .query(Patrols::read)
        .optional();
  }

  public List<Patrol> list(PatrolFilter filter) {
    return jdbc.sql(
            """
            select * from registry.patrol
            where (:streets::text[] is null or street_code = any(:streets::text[]))
              and (:lanes::text[] is null or lane_id = any(:lanes::text[])) and (:state::text is null or state = :state)
              and (:from::timestamptz is null or walked_at >= :from)
              and (:to::timestamptz is null or walked_at < :to)
              and (:time::timestamptz is null or (walked_at, id) < (:time::timestamptz, :id::uuid))
            order by walked_at desc, id desc limit :max\
            """)
        .param(
            "streets",
            filter.streets() == null ? null : filter.streets().toArray(String[]::new),
            Types.ARRAY)
        .param(
            "lanes",
            filter.laneIds() == null ? null : filter.laneIds().toArray(String[]::new),
            Types.ARRAY)
        .param("state", filter.state() == null ? null : filter.state().wireName(), Types.VARCHAR)
        .param("from", filter.from(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", filter.to(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("time", filter.beforeTime(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", filter.beforeId(), Types.OTHER)
        .param("max", filter.max())
        .query(Patrols::read)
        .list();
  }

  byte[] digest(UUID id) {
    return jdbc.sql("select request_digest from registry.patrol where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** Writes the row with the next number; empty where the client reported that number before. */
  Optional<Patrol> insert(NewPatrol report, String clientId, String externalId, byte[] digest) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = time.now();
    boolean clean = report.disorder() == null;
    int rows =
        jdbc.sql(
                """
                insert into registry.patrol (id, number, lane_id, street_code, rhythm, walked_at, reported_at,
                  person_id, post, disorder, what, place, settled_at_once, proposal, state, ended_at, client_id, external_id,
                  request_digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (client_id, external_id) do nothing\
                """)
            .params(
                id,
                numbers.next(Series.PATROL, now.toLocalDate()),
                report.lane().id(),
                report.lane().streetCode(),
                report.rhythm(),
                report.walkedAt(),
                now,
                report.personId(),
                report.post().wireName(),
                report.disorder(),
                report.what(),
                report.place(),
                report.settledAtOnce(),
                report.proposal(),
                (clean ? PatrolState.CLEAN : PatrolState.REPORTED).wireName(),
                clean ? now : null,
                clientId,
                externalId,
                digest)
            .update();
    return rows == 1 ? find(id) : Optional.empty();
  }

  /**
   * Notes who was told, and until when who was told is to say what becomes of it.
   *
   * @param whom {@code chief} or {@code lead}
   */
  void told(UUID id, String whom, OffsetDateTime assessBy) {
    jdbc.sql(
            """
            update registry.patrol set assess_by = :by,
              told = case when :whom = any(told) then told else array_append(told, :whom) end
            where id = :id\
            """)
        .param("by", assessBy)
        .param("whom", whom)
        .param("id", id)
        .update();
  }

  void settled(UUID id) {
    jdbc.sql("update registry.patrol set state = 'settled', ended_at = ? where id = ?")
        .params(time.now(), id)
        .update();
  }

  void opened(UUID id, UUID caseId) {
    jdbc.sql("update registry.patrol set state = 'case', case_id = ? where id = ?")
        .params(caseId, id)
        .update();
  }

  void blown(UUID id, UUID whistleId) {
    jdbc.sql("update registry.patrol set state = 'whistle', whistle_id = ? where id = ?")
        .params(whistleId, id)
        .update();
  }

  void judged(UUID id, int mark, String note) {
    jdbc.sql(
            """
            update registry.patrol set state = 'judged', mark = ?, mark_note = ?, ended_at = ?
            where id = ?\
            """)
        .params(mark, note, time.now(), id)
        .update();
  }

  private static Patrol read(ResultSet row, int n) throws SQLException {
    return new Patrol(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("lane_id"),
        row.getString("street_code"),
        row.getString("rhythm"),
        time(row, "walked_at"),
        time(row, "reported_at"),
        row.getString("person_id"),
        Post.of(row.getString("post")).orElseThrow(),
        row.getString("disorder"),
        row.getString("what"),
        row.getString("place"),
        row.getBoolean("settled_at_once"),
        row.getString("proposal"),
        PatrolState.of(row.getString("state")).orElseThrow(),
        List.copyOf(Arrays.asList((String[]) row.getArray("told").getArray())),
        row.getObject("case_id", UUID.class),
        row.getObject("whistle_id", UUID.class),
        row.getObject("mark", Integer.class),
        row.getString("mark_note"),
        time(row, "ended_at"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
