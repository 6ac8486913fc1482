package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests of a theme's categories a month, before and after it. Confidential cases are left out,
 * as they are of the proposals.
 */
@Component
class ThemeCurves {

  /** A year to either side: what returns each year shows. */
  private static final int MONTHS = 12;

  private final JdbcClient jdbc;
  private final CityTime time;

  ThemeCurves(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** From a year before the month to a year after, but not beyond the current month. */
  List<MonthRequests> of(YearMonth month, List<String> categories) {
    YearMonth now = YearMonth.from(time.today());
    YearMonth from = month.minusMonths(MONTHS);
    YearMonth last = month.plusMonths(MONTHS).isAfter(now) ? now : month.plusMonths(MONTHS);
    Map<YearMonth, Map<String, Integer>> counted = count(from, last, categories);
    return Stream.iterate(from, one -> !one.isAfter(last), one -> one.plusMonths(1))
        .map(
            one ->
                new MonthRequests(
                    one, of(counted.getOrDefault(one, Map.of()), categories), one.equals(now)))
        .toList();
  }

  private static List<Integer> of(Map<String, Integer> counts, List<String> categories) {
    return categories.stream().map(category -> counts.getOrDefault(category, 0)).toList();
  }

  private Map<YearMonth, Map<String, Integer>> count(
      YearMonth from, YearMonth last, List<String> categories) {
    Map<YearMonth, Map<String, Integer>> counted = new HashMap<>();
    jdbc.sql(
            """
            select date_trunc('month', received_at at time zone :zone)::date as month, category_code, count(*) as n
            from registry.case_file
            where category_code = any(:categories) and received_at >= :from and received_at < :to and not confidential
            group by 1, 2\
            """)
        .param("zone", CityTime.ZONE.getId())
        .param("categories", categories.toArray(String[]::new))
        .param("from", Months.moment(from.atDay(1)))
        .param("to", Months.moment(last.plusMonths(1).atDay(1)))
        .query((ResultSet row) -> put(row, counted));
    return counted;
  }

  private static void put(ResultSet row, Map<YearMonth, Map<String, Integer>> counted)
      throws SQLException {
    counted
        .computeIfAbsent(
            YearMonth.from(row.getObject("month", LocalDate.class)), month -> new HashMap<>())
        .put(row.getString("category_code"), row.getInt("n"));
  }
}
