package city.whistle.workers.lane;

import city.whistle.workers.json.JsonText;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What policy says of lanes, dated. */
@Component
public class LanePolicies {

  private final JdbcClient jdbc;
  private final JsonText json;

  LanePolicies(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What holds on that day; before the first, the first. */
  public LanePolicy on(LocalDate day) {
    return on(all(), day);
  }

  static LanePolicy on(List<LanePolicy> policies, LocalDate day) {
    return policies.stream()
        .filter(policy -> !policy.validFrom().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> policies.get(0));
  }

  /** The earliest first. */
  List<LanePolicy> all() {
    return jdbc.sql("select content from registry.lane_policy order by valid_from")
        .query((row, n) -> json.read(row.getString(1), LanePolicy.class))
        .list();
  }
}
