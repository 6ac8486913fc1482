package city.whistle.workers.casefile;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * How many cases a unit and those below it have, by the owner that each has now, and which ones. A
 * report is counted by no unit that it accuses.
 *
 * <p>Each method takes the codes of the unit and of those below it, its own first.
 */
@Component
public class UnitFigures {

  private static final String OPEN = " status not in ('answered', 'withdrawn', 'closed')";
  private static final String IS_LATE = "status <> 'suspended' and settle_by < :now";
  private static final String OF_UNITS =
      " from registry.case_file where owner_code = any(:units::text[]) and accused_unit is distinct from :unit and";

  private final JdbcClient jdbc;
  private final CityTime time;

  UnitFigures(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  public int count(List<String> units, Which which, String category) {
    return asked("select count(*)", units, which, category, "").query(Integer.class).single();
  }

  /** Open cases by category, the most first. */
  public List<OfCategory> byCategory(List<String> units) {
    return ask(
            """
            select category_code, max(category_name) as name, count(*) as open,
              count(*) filter (where %s) as late\
            """
                    .formatted(IS_LATE)
                + OF_UNITS
                + OPEN
                + " group by category_code order by open desc, category_code",
            units)
        .query(
            (row, n) ->
                new OfCategory(
                    row.getString("category_code"),
                    row.getString("name"),
                    row.getInt("open"),
                    row.getInt("late")))
        .list();
  }

  /**
   * The cases behind a count, the earliest limit first.
   *
   * @param skip how many of them the pages before had
   */
  public List<UUID> list(List<String> units, Which which, String category, int skip, int max) {
    return asked(
            "select id",
            units,
            which,
            category,
            " order by settle_by nulls last, received_at, id offset :skip limit :max")
        .param("skip", skip)
        .param("max", max)
        .query(UUID.class)
        .list();
  }

  private StatementSpec asked(
      String what, List<String> units, Which which, String category, String rest) {
    return ask(
            what
                + OF_UNITS
                + which.condition
                + " and (:category::text is null or category_code = :category)"
                + rest,
            units)
        .param("category", category);
  }

  private StatementSpec ask(String sql, List<String> units) {
    OffsetDateTime now = time.now();
    return jdbc.sql(sql)
        .param("units", units.toArray(String[]::new))
        .param("unit", units.get(0))
        .param("now", now)
        .param("month", CityTime.inCity(now).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS));
  }

  /** Which cases are counted. */
  public enum Which {
    /** Not over yet. */
    OPEN(UnitFigures.OPEN),
    /** Not over yet nor suspended, and the limit to settle has passed. */
    LATE(UnitFigures.OPEN + " and " + UnitFigures.IS_LATE),
    /** Received since the month began. */
    RECEIVED(" received_at >= :month"),
    /** Over since the month began. */
    CLOSED(" closed_at >= :month");

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }
  }

  /** Open cases of a category, and how many of them are late. */
  public record OfCategory(String code, String name, int open, int late) {}
}
