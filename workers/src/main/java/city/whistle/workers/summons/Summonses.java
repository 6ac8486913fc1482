package city.whistle.workers.summons;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of summonses. */
@Component
public class Summonses {

  private final JdbcClient jdbc;
  private final CityTime time;

  Summonses(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Summons the unit; empty where the whistle has summoned it already. */
  public Optional<SummonsVariable> insert(
      UUID whistleId, Unit unit, OffsetDateTime signBy, OffsetDateTime arriveBy) {
    UUID id = UUID.randomUUID();
    int rows =
        jdbc.sql(
                """
                insert into registry.summons (id, whistle_id, unit_code, unit_kind, unit_name, sign_by, arrive_by)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (whistle_id, unit_code) do nothing\
                """)
            .params(
                id, whistleId, unit.code(), unit.kind().wireName(), unit.name(), signBy, arriveBy)
            .update();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new SummonsVariable(
                id,
                unit.code(),
                unit.kind().wireName(),
                unit.name(),
                unit.group(),
                signBy,
                arriveBy));
  }

  /** All summonses of a whistle, by the units' codes. */
  public List<SummonsState> of(UUID whistleId) {
    return of(List.of(whistleId)).getOrDefault(whistleId, List.of());
  }

  /** The same of several whistles, by their ids; one that has summoned nobody isn't among them. */
  public Map<UUID, List<SummonsState>> of(Collection<UUID> whistleIds) {
    return jdbc
        .sql("select * from registry.summons where whistle_id = any(?) order by unit_code")
        .param(whistleIds.toArray(UUID[]::new))
        .query((row, n) -> Map.entry(row.getObject("whistle_id", UUID.class), state(row)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static SummonsState state(ResultSet row) throws SQLException {
    return new SummonsState(
        row.getString("unit_code"),
        row.getString("unit_name"),
        row.getString("unit_kind"),
        time(row, "sign_by"),
        time(row, "arrive_by"),
        time(row, "signed_at"),
        time(row, "arrived_at"),
        time(row, "done_at"),
        time(row, "released_at"),
        row.getString("result"),
        row.getObject("late", Boolean.class),
        row.getObject("absent", Boolean.class));
  }

  void notified(UUID id, boolean again) {
    jdbc.sql(
            """
            update registry.summons set notified_at = coalesce(notified_at, ?), told_again = told_again + ?
            where id = ?\
            """)
        .params(time.now(), again ? 1 : 0, id)
        .update();
  }

  void escalated(UUID id, String step) {
    jdbc.sql("update registry.summons set escalated = array_append(escalated, ?) where id = ?")
        .params(step, id)
        .update();
  }

  /** Notes when a step of the unit was taken; the first time counts. */
  public void stamp(UUID id, SummonsStep step) {
    jdbc.sql(
            "update registry.summons set %1$s = coalesce(%1$s, ?) where id = ?"
                .formatted(step.column()))
        .params(time.now(), id)
        .update();
  }

  /**
   * Notes what the unit says of its part; what it said first counts.
   *
   * @param result {@code done}, {@code partly}, {@code unable}
   */
  public void answered(UUID id, String result) {
    jdbc.sql("update registry.summons set result = coalesce(result, ?) where id = ?")
        .params(result, id)
        .update();
  }

  Stamps stamps(UUID id) {
    return jdbc.sql("select * from registry.summons where id = ?")
        .param(id)
        .query(Summonses::read)
        .optional()
        .orElseThrow(
            () -> new IllegalArgumentException("the registry has no summons with id " + id));
  }

  /**
   * @param arrival the unit's sheet on coming as JSON; null where it never came
   */
  void recorded(UUID id, Report report, String arrival, String note) {
    jdbc.sql(
            """
            update registry.summons set released_at = ?, result = ?, note = ?, arrival = ?::jsonb, late = ?, absent = ?
            where id = ?\
            """)
        .params(time.now(), report.result(), note, arrival, report.late(), report.absent(), id)
        .update();
  }

  /**
   * The unit is no more, and its heir is summoned itself; what it did until then stays.
   *
   * @return false where it was released before
   */
  public boolean passedOn(UUID id) {
    return jdbc.sql(
                "update registry.summons set released_at = ? where id = ? and released_at is null")
            .params(time.now(), id)
            .update()
        == 1;
  }

  /** Releases whoever is still summoned; what a unit did until then stays. */
  public void releaseAll(UUID whistleId) {
    jdbc.sql(
            "update registry.summons set released_at = ? where whistle_id = ? and released_at is"
                + " null")
        .params(time.now(), whistleId)
        .update();
  }

  /**
   * @param sheet the blower's score sheet as JSON
   */
  public void scored(UUID whistleId, String unitCode, String sheet) {
    jdbc.sql("update registry.summons set score = ?::jsonb where whistle_id = ? and unit_code = ?")
        .params(sheet, whistleId, unitCode)
        .update();
  }

  private static Stamps read(ResultSet row, int n) throws SQLException {
    return new Stamps(
        row.getString("unit_code"),
        row.getString("unit_name"),
        time(row, "sign_by"),
        time(row, "arrive_by"),
        time(row, "signed_at"),
        time(row, "arrived_at"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }

  /** What the registry knows of a unit's coming; times of steps not taken are null. */
  record Stamps(
      String unitCode,
      String unitName,
      OffsetDateTime signBy,
      OffsetDateTime arriveBy,
      OffsetDateTime signedAt,
      OffsetDateTime arrivedAt) {}
}
