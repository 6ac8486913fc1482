package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Categories that somebody wants proposed for the next month's theme: supervisors, of a burst of
 * complaints, and reviewers, of a theme that goes on. Each waits until a month's proposals take it
 * up.
 */
@Component
public class ThemeHints {

  private final JdbcClient jdbc;
  private final CityTime time;

  ThemeHints(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * A second time it changes nothing.
   *
   * @param source number of the matter, or month and problem of the theme
   */
  public void add(String source, String categoryCode, String categoryName) {
    jdbc.sql(
            """
            insert into registry.theme_hint (source, category_code, category_name, noted_at)
            values (?, ?, ?, ?) on conflict do nothing\
            """)
        .params(source, categoryCode, categoryName, time.now())
        .update();
  }

  /** Those that wait, and those that this month's proposals have already; the oldest first. */
  List<Hint> of(UUID theme, int max) {
    return jdbc.sql(
            """
            select source, category_code, category_name from registry.theme_hint
            where theme_id is null or theme_id = :theme order by theme_id is null, noted_at, source limit :max\
            """)
        .param("theme", theme)
        .param("max", max)
        .query(Hint.class)
        .list();
  }

  /** They are among the month's proposals. */
  void take(UUID theme, List<Hint> hints) {
    jdbc.sql("update registry.theme_hint set theme_id = ? where source = any(?)")
        .params(theme, hints.stream().map(Hint::source).toArray(String[]::new))
        .update();
  }

  /** Nobody chose in time: they wait for the next month. */
  void release(UUID theme) {
    jdbc.sql("update registry.theme_hint set theme_id = null where theme_id = ?")
        .param(theme)
        .update();
  }

  /** What became of the hint of a source; empty where there was none. */
  public Optional<State> state(String source) {
    return jdbc.sql(
            """
            select t.month from registry.theme_hint h left join registry.theme t on t.id = h.theme_id
            where h.source = ?\
            """)
        .param(source)
        .query(
            (row, n) ->
                new State(
                    Optional.ofNullable(row.getObject("month", LocalDate.class))
                        .map(YearMonth::from)
                        .orElse(null)))
        .optional();
  }

  /** A category that somebody wants proposed. */
  record Hint(String source, String categoryCode, String categoryName) {}

  /**
   * What became of a hint.
   *
   * @param month whose proposals took it up; null while it waits
   */
  public record State(YearMonth month) {}
}
