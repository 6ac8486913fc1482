package city.whistle.workers.assessment.request;

import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what units asked for. */
@Component
public class AskedForStore {

  private final JdbcClient jdbc;
  private final CityTime time;

  AskedForStore(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  public Optional<AskedFor> find(UUID id) {
    return jdbc.sql("select * from registry.assessment_request where id = ?")
        .param(id)
        .query(AskedForStore::read)
        .optional();
  }

  public AskedFor get(UUID id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("nothing was asked for by the id " + id));
  }

  Optional<AskedFor> byExternalId(Kind kind, String clientId, String externalId) {
    return jdbc.sql(
            """
            select * from registry.assessment_request
            where kind = ? and client_id = ? and external_id = ?\
            """)
        .params(kind.wireName(), clientId, externalId)
        .query(AskedForStore::read)
        .optional();
  }

  byte[] digest(UUID id) {
    return jdbc.sql("select request_digest from registry.assessment_request where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** False where the same was asked for this case and is not decided yet. */
  boolean insert(AskedFor asked, String clientId, String externalId, byte[] digest) {
    return jdbc.sql(
                """
                insert into registry.assessment_request (id, kind, case_id, unit_code, month, ground, evidence,
                  asked_at, client_id, external_id, request_digest, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked') on conflict do nothing\
                """)
            .params(
                asked.id(),
                asked.kind().wireName(),
                asked.caseId(),
                asked.unitCode(),
                asked.month().atDay(1),
                asked.ground(),
                asked.evidence(),
                asked.askedAt(),
                clientId,
                externalId,
                digest)
            .update()
        == 1;
  }

  /** Keeps who completed the task in which it is decided. */
  public void decidedBy(UUID id, String who) {
    jdbc.sql(
            """
            update registry.assessment_request set decided_by = ? where id = ? and state = 'asked'\
            """)
        .params(who, id)
        .update();
  }

  /** Decides it; false where that had been done. */
  public boolean decide(UUID id, State state, String reason) {
    return jdbc.sql(
                """
                update registry.assessment_request set state = ?, reason = ?, decided_at = ?,
                  decided_by = case when ? then null else decided_by end
                where id = ? and state = 'asked'\
                """)
            .params(state.wireName(), reason, time.now(), state == State.REFUSED_BY_RULE, id)
            .update()
        == 1;
  }

  /** What is not decided yet of a month. */
  public List<AskedFor> open(Kind kind, YearMonth month) {
    return jdbc.sql(
            """
            select * from registry.assessment_request
            where kind = ? and month = ? and state = 'asked' order by asked_at, id\
            """)
        .params(kind.wireName(), month.atDay(1))
        .query(AskedForStore::read)
        .list();
  }

  /**
   * What was asked of a month, the latest first.
   *
   * @param units whose requests alone; null for all
   * @param state null for all
   */
  public List<AskedFor> list(
      Kind kind, YearMonth month, Collection<String> units, State state, int skip, int max) {
    return jdbc.sql(
            """
            select * from registry.assessment_request
            where kind = :kind and month = :month and (:units::text[] is null or unit_code = any(:units))
              and (:state::text is null or state = :state)
            order by asked_at desc, id limit :max offset :skip\
            """)
        .param("kind", kind.wireName())
        .param("month", month.atDay(1))
        .param("units", units == null ? null : units.toArray(String[]::new), Types.ARRAY)
        .param("state", state == null ? null : state.wireName())
        .param("skip", skip)
        .param("max", max)
        .query(AskedForStore::read)
        .list();
  }

  /** Per unit how often was asked, and what became of it. */
  public List<Tally> tallies(YearMonth month) {
    return jdbc.sql(
            """
            select kind, unit_code, count(*) as asked, count(*) filter (where state = 'granted') as granted,
              count(*) filter (where state = 'refused') as refused,
              count(*) filter (where state = 'refusedByRule') as refused_by_rule
            from registry.assessment_request where month = ? group by 1, 2 order by 1, 2\
            """)
        .param(month.atDay(1))
        .query(
            (row, n) ->
                new Tally(
                    row.getString("kind"),
                    row.getString("unit_code"),
                    row.getLong("asked"),
                    row.getLong("granted"),
                    row.getLong("refused"),
                    row.getLong("refused_by_rule")))
        .list();
  }

  private static AskedFor read(ResultSet row, int n) throws SQLException {
    return new AskedFor(
        row.getObject("id", UUID.class),
        Kind.of(row.getString("kind")),
        row.getObject("case_id", UUID.class),
        row.getString("unit_code"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getString("ground"),
        row.getString("evidence"),
        CityTime.inCity(row.getObject("asked_at", OffsetDateTime.class)),
        State.of(row.getString("state")),
        row.getString("reason"),
        row.getString("decided_by"),
        CityTime.inCity(row.getObject("decided_at", OffsetDateTime.class)));
  }

  /**
   * How often a unit asked.
   *
   * @param kind {@code exclusion} or {@code appeal}
   * @param asked in all; what is neither granted nor refused is not decided yet
   */
  public record Tally(
      String kind, String unit, long asked, long granted, long refused, long refusedByRule) {}
}
