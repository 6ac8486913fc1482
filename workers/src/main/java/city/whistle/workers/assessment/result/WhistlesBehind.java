package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.policy.WhistleRule;
import city.whistle.workers.assessment.result.WhistleFigure.Side;
import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the whistles behind a number: by the number's own condition, in the version's time. */
@Component
public class WhistlesBehind {

  private static final String FIND =
      """
      select distinct w.number, w.kind, w.street_code, w.blown_at, w.ended_at
      from registry.whistle w %s
      where %s = :unit and %s and %s and (:after::text is null or w.number > :after)
      order by w.number limit :max\
      """;
  private static final String SUMMONSES = "join registry.summons s on s.whistle_id = w.id";
  private static final String ENDED =
      "w.ended_at >= :from and w.ended_at < :until and w.approved is distinct from false";

  private final JdbcClient jdbc;

  WhistlesBehind(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In the order of their numbers.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<WhistleBehind> find(
      Assessment version,
      WhistleRule rule,
      WhistleFigure figure,
      String unit,
      String after,
      int max) {
    boolean summoned = figure.side() == Side.SUMMONED;
    return jdbc.sql(
            FIND.formatted(
                summoned ? SUMMONSES : "",
                figure.side().unit(),
                summoned ? ENDED : "true",
                figure.condition()))
        .param("unit", unit)
        .param("from", version.from())
        .param("until", version.until())
        .param("justifiedFrom", rule.justifiedFrom())
        .param("stayedFrom", rule.stayedFrom())
        .param("after", after)
        .param("max", max)
        .query(
            (row, n) ->
                new WhistleBehind(
                    row.getString("number"),
                    row.getString("kind"),
                    row.getString("street_code"),
                    CityTime.inCity(row.getObject("blown_at", OffsetDateTime.class)),
                    CityTime.inCity(row.getObject("ended_at", OffsetDateTime.class))))
        .list();
  }

  /**
   * A whistle that a number counts.
   *
   * @param streetCode who blew it
   * @param endedAt null while it goes on
   */
  public record WhistleBehind(
      String number,
      String kind,
      String streetCode,
      OffsetDateTime blownAt,
      OffsetDateTime endedAt) {}
}
