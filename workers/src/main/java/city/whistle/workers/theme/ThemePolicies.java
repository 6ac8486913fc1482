package city.whistle.workers.theme;

import city.whistle.workers.json.JsonText;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How themes are found and worked on, dated. */
@Component
public class ThemePolicies {

  private final JdbcClient jdbc;
  private final JsonText json;

  ThemePolicies(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What holds on that day; before the first, the first. */
  public ThemePolicy on(LocalDate day) {
    return jdbc.sql(
            """
            select content from registry.theme_policy
            order by valid_from > :day, abs(valid_from - :day) limit 1\
            """)
        .param("day", day)
        .query((row, n) -> json.read(row.getString(1), ThemePolicy.class))
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("the registry has no rules for themes; import them"));
  }
}
