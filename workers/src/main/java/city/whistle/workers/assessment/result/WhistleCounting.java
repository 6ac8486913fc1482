package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.SqlFile;
import city.whistle.workers.assessment.count.Window;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.policy.WhistleRule;
import city.whistle.workers.assessment.result.WhistleFigure.Side;
import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.assessment.result.WhistleFigures.Summoned;
import city.whistle.workers.json.JsonText;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a period's whistles, once for who blew them and once for who was summoned. */
@Component
class WhistleCounting {

  private static final String BLOWN =
      SqlFile.read("whistles-blown.sql")
          .formatted(WhistleFigure.counted(Side.BLOWER), WhistleFigure.BLOWN.condition());
  private static final String ANSWERED =
      SqlFile.read("whistles-answered.sql").formatted(WhistleFigure.counted(Side.SUMMONED));

  private final JdbcClient jdbc;
  private final JsonText json;

  WhistleCounting(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param counts of every unit's cases, by unit
   */
  @SuppressWarnings("unchecked")
  List<Blown> blown(Window window, WhistleRule rule, Map<String, Counts> counts) {
    return jdbc.sql(BLOWN)
        .param("from", window.from())
        .param("until", window.until())
        .param("justifiedFrom", rule.justifiedFrom())
        .query(
            (row, n) -> {
              String unit = row.getString("unit_code");
              long blown = row.getLong("blown");
              Double rate = perThousand(blown, counts.getOrDefault(unit, Counts.NONE).dispatched());
              return new Blown(
                  unit,
                  blown,
                  json.read(row.getString("kinds"), Map.class),
                  row.getLong("judged"),
                  row.getLong("justified"),
                  rate,
                  rate == null ? null : rule.use(rate));
            })
        .list();
  }

  List<Summoned> summoned(Window window, WhistleRule rule) {
    return jdbc.sql(ANSWERED)
        .param("from", window.from())
        .param("until", window.until())
        .param("stayedFrom", rule.stayedFrom())
        .query(
            (row, n) ->
                new Summoned(
                    row.getString("unit_code"),
                    row.getLong("summoned"),
                    row.getLong("arrived"),
                    row.getLong("inTime"),
                    row.getLong("absent"),
                    row.getLong("notCome"),
                    row.getLong("leaders"),
                    row.getLong("heads"),
                    row.getLong("staff"),
                    row.getLong("done"),
                    row.getLong("stayJudged"),
                    row.getLong("stayed")))
        .list();
  }

  private static Double perThousand(long whistles, long cases) {
    return cases == 0 ? null : Double.valueOf(Math.round(whistles * 10_000.0 / cases) / 10.0);
  }
}
