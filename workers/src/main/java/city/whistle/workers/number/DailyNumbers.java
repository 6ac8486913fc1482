package city.whistle.workers.number;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers that count from 1 each day: {@code 20260327-000001}. They have at least six digits and
 * more where a day needs them; nothing is ever cut off. Drawing one waits for nobody but on a day's
 * first number, so a number whose transaction was rolled back is missing for good.
 */
@Component
public class DailyNumbers {

  private final JdbcClient jdbc;

  DailyNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of the day, in the caller's transaction. */
  public String next(Series series, LocalDate day) {
    long count =
        draw(series, day)
            .orElseGet(
                () -> {
                  begin(series, day);
                  return draw(series, day).orElseThrow();
                });
    return "%s%s-%06d"
        .formatted(series.prefix, day.format(DateTimeFormatter.BASIC_ISO_DATE), count);
  }

  private Optional<Long> draw(Series series, LocalDate day) {
    return jdbc.sql(
            "select nextval(?::regclass) - base from registry.number_day where series = ? and day ="
                + " ?")
        .params(series.sequence, series.wireName, day)
        .query(Long.class)
        .optional();
  }

  /** Two that begin the day at once agree: the second waits for the first and takes its base. */
  private void begin(Series series, LocalDate day) {
    jdbc.sql(
            """
            insert into registry.number_day (series, day, base) values (?, ?, nextval(?::regclass))
            on conflict (series, day) do nothing\
            """)
        .params(series.wireName, day, series.sequence)
        .update();
  }

  /** What is counted. */
  public enum Series {
    CASE("case", "registry.case_number", ""),
    WHISTLE("whistle", "registry.whistle_number", "W"),
    MATTER("matter", "registry.matter_number", "M"),
    PATROL("patrol", "registry.patrol_number", "P");

    private final String wireName;
    private final String sequence;
    private final String prefix;

    Series(String wireName, String sequence, String prefix) {
      this.wireName = wireName;
      this.sequence = sequence;
      this.prefix = prefix;
    }
  }
}
