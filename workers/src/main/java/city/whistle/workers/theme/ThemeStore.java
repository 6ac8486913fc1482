package city.whistle.workers.theme;

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

/** The rows of months' themes; a month has one. */
@Component
public class ThemeStore {

  private final JdbcClient jdbc;
  private final CityTime time;

  ThemeStore(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  public Optional<Theme> of(YearMonth month) {
    return jdbc.sql("select * from registry.theme where month = ?")
        .param(month.atDay(1))
        .query(ThemeStore::read)
        .optional();
  }

  /**
   * The latest month first.
   *
   * @param before months before this one alone; null for all
   * @param year months of this year alone; null for all
   */
  public List<Theme> list(YearMonth before, Integer year, int max) {
    return jdbc.sql(
            """
            select * from registry.theme
            where (:before::date is null or month < :before) and (:year::int is null or extract(year from month) = :year)
            order by month desc limit :max\
            """)
        .param("before", before == null ? null : before.atDay(1))
        .param("year", year)
        .param("max", max)
        .query(ThemeStore::read)
        .list();
  }

  /**
   * Nobody else changes it until the transaction ends.
   *
   * @throws IllegalArgumentException where there is no such theme
   */
  Theme lock(UUID id) {
    return jdbc.sql("select * from registry.theme where id = ? for update")
        .param(id)
        .query(ThemeStore::read)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("the registry has no such theme"));
  }

  /** The month's, begun if it was not; nobody else changes it until the transaction ends. */
  Theme begin(YearMonth month, long processInstanceKey, int workMonths) {
    jdbc.sql(
            """
            insert into registry.theme (id, month, process_instance_key, begun_at, choose_until, work_until)
            values (?, ?, ?, ?, ?, ?) on conflict (month) do nothing\
            """)
        .params(
            UUID.randomUUID(),
            month.atDay(1),
            processInstanceKey,
            time.now(),
            Months.moment(month.plusMonths(1).atDay(1)),
            Months.moment(month.plusMonths(workMonths).atDay(1)))
        .update();
    return lock(of(month).orElseThrow().id());
  }

  void handTo(UUID id, long processInstanceKey) {
    jdbc.sql("update registry.theme set process_instance_key = ? where id = ?")
        .params(processInstanceKey, id)
        .update();
  }

  void choose(UUID id, String name, String note) {
    jdbc.sql("update registry.theme set name = ?, choose_note = ?, chosen_at = ? where id = ?")
        .params(name, note, time.now(), id)
        .update();
  }

  /**
   * @param note why none was chosen, or how it was reviewed; null where nobody chose
   */
  void close(Theme theme, String outcome, String note) {
    jdbc.sql(
            """
            update registry.theme set outcome = :outcome, closed_at = :at,
              review_note = case when chosen_at is not null then :note end,
              choose_note = case when chosen_at is null then :note else choose_note end
            where id = :id\
            """)
        .param("outcome", outcome)
        .param("at", time.now())
        .param("note", note)
        .param("id", theme.id())
        .update();
  }

  private static Theme read(ResultSet row, int n) throws SQLException {
    return new Theme(
        row.getObject("id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("process_instance_key"),
        time(row, "begun_at"),
        time(row, "choose_until"),
        row.getString("name"),
        row.getString("choose_note"),
        time(row, "chosen_at"),
        time(row, "work_until"),
        row.getString("review_note"),
        row.getString("outcome"),
        time(row, "closed_at"));
  }

  static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
