package city.whistle.workers.matter;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules for matters of several callers, each from its day on. */
@Component
class MatterPolicies {

  private final JdbcClient jdbc;
  private final JsonText json;
  private final CityTime time;

  MatterPolicies(JdbcClient jdbc, JsonText json, CityTime time) {
    this.jdbc = jdbc;
    this.json = json;
    this.time = time;
  }

  /** Those of today; before the first day, the first. */
  MatterPolicy now() {
    return jdbc.sql(
            """
            select content from registry.matter_policy
            order by valid_from > ?, abs(valid_from - ?) limit 1\
            """)
        .params(time.now().toLocalDate(), time.now().toLocalDate())
        .query((row, n) -> json.read(row.getString("content"), MatterPolicy.class))
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("the registry has no rules for matters; import them"));
  }
}
