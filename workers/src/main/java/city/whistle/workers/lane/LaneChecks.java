package city.whistle.workers.lane;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scores of lanes. */
@Component
public class LaneChecks {

  private final JdbcClient jdbc;
  private final JsonText json;

  LaneChecks(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What stands, the earliest first; a month before the quarter that ends with it. */
  public List<LaneCheck> of(String laneId) {
    return of(List.of(laneId)).getOrDefault(laneId, List.of());
  }

  /** The same of several lanes, by their ids. */
  Map<String, List<LaneCheck>> of(Collection<String> laneIds) {
    return jdbc
        .sql(
            """
            select * from (select distinct on (lane_id, month, kind) * from registry.lane_check
              where lane_id = any(:lanes::text[]) order by lane_id, month, kind, seq desc) c
            order by lane_id, month, kind\
            """)
        .param("lanes", laneIds.toArray(String[]::new))
        .query((row, n) -> Map.entry(row.getString("lane_id"), read(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  void add(String laneId, LaneCheck check, String clientId) {
    jdbc.sql(
            """
            insert into registry.lane_check (lane_id, kind, month, score, lost, client_id, recorded_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?)\
            """)
        .params(
            laneId,
            check.quarter() ? "quarter" : "month",
            check.month().atDay(1),
            check.score(),
            json.write(check.lost()),
            clientId,
            check.recordedAt())
        .update();
  }

  private LaneCheck read(ResultSet row) throws SQLException {
    Map<String, BigDecimal> lost = new HashMap<>();
    json.read(row.getString("lost"), Map.class)
        .forEach((code, points) -> lost.put("" + code, new BigDecimal("" + points)));
    return new LaneCheck(
        row.getString("kind").equals("quarter"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getBigDecimal("score"),
        lost,
        CityTime.inCity(row.getObject("recorded_at", OffsetDateTime.class)));
  }
}
