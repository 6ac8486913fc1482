package city.whistle.workers.casefile;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
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
  private static final String LATE =
      " status not in ('answered', 'withdrawn', 'closed', 'suspended') and settle_by < :now";

  /** What is added up, and what is not yet. */
  private static final String KEPT =
      """
       (select owner_code, what, of, accused_unit, n from registry.case_count union all
        select owner_code, what, of, accused_unit, n from registry.case_count_change) c
      where owner_code = any(:units::text[]) and accused_unit <> :unit and\
      """;

  private static final String OF_UNITS =
      " from registry.case_file where owner_code = any(:units::text[]) and accused_unit is distinct from :unit and";

  private final JdbcClient jdbc;
  private final CityTime time;

  UnitFigures(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Kept by each change of a case; those that are late by now are counted. */
  public int count(List<String> units, Which which) {
    return which == Which.LATE
        ? asked("select count(*)", units, which, null, "").query(Integer.class).single()
        : ask("select coalesce(sum(n), 0) from" + KEPT + which.kept, units)
            .query(Integer.class)
            .single();
  }

  /** Open cases by category, the most first. */
  public List<OfCategory> byCategory(List<String> units) {
    return ask(
            """
            select o.of, o.open, coalesce(l.late, 0) as late, coalesce((
                select f.category_name from registry.case_file f
                where f.category_code = o.of and f.status not in ('answered', 'withdrawn', 'closed') limit 1),
              o.of) as name
            from (select of, sum(n) as open from%s%s group by of having sum(n) > 0) o
            left join (select category_code, count(*) as late%s%s group by category_code) l
              on l.category_code = o.of
            order by o.open desc, o.of\
            """
                .formatted(KEPT, Which.OPEN.kept, OF_UNITS, Which.LATE.condition),
            units)
        .query(
            (row, n) ->
                new OfCategory(
                    row.getString("of"),
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
    String of = category == null ? "" : " and category_code = :category";
    return ask(what + OF_UNITS + which.condition + of + rest, units).param("category", category);
  }

  private StatementSpec ask(String sql, List<String> units) {
    OffsetDateTime now = time.now();
    OffsetDateTime inCity = CityTime.inCity(now);
    return jdbc.sql(sql)
        .param("units", units.toArray(String[]::new))
        .param("unit", units.get(0))
        .param("now", now)
        .param("month", inCity.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS))
        .param("months", YearMonth.from(inCity).toString());
  }

  /** Which cases are counted. */
  public enum Which {
    /** Not over yet. */
    OPEN(UnitFigures.OPEN, " what = 'open'"),
    /** Not over yet nor suspended, and the limit to settle has passed. */
    LATE(UnitFigures.LATE, null),
    /** Received since the month began. */
    RECEIVED(" received_at >= :month", " what = 'received' and of >= :months"),
    /** Over since the month began. */
    CLOSED(" closed_at >= :month", " what = 'closed' and of >= :months");

    private final String condition;

    /** The same of what is kept. */
    private final String kept;

    Which(String condition, String kept) {
      this.condition = condition;
      this.kept = kept;
    }
  }

  /** Open cases of a category, and how many of them are late. */
  public record OfCategory(String code, String name, int open, int late) {}
}
