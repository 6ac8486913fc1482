package city.whistle.workers.burst;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of bursts, each from its day on; they stand beside those for merged cases. */
@Component
class BurstRules {

  private final JdbcClient jdbc;
  private final JsonText json;
  private final CityTime time;

  BurstRules(JdbcClient jdbc, JsonText json, CityTime time) {
    this.jdbc = jdbc;
    this.json = json;
    this.time = time;
  }

  /** That of today; before the first day, the first. */
  BurstRule now() {
    return jdbc.sql(
            """
            select content -> 'burst' as rule from registry.matter_policy
            order by valid_from > ?, abs(valid_from - ?) limit 1\
            """)
        .params(time.now().toLocalDate(), time.now().toLocalDate())
        .query((row, n) -> json.read(row.getString("rule"), BurstRule.class))
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("the registry has no rules for matters; import them"));
  }
}
