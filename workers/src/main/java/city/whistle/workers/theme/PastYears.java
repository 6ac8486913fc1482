package city.whistle.workers.theme;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is published of past years' themes. */
@Component
public class PastYears {

  private final JdbcClient jdbc;

  PastYears(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first. */
  public List<PastYear> list() {
    return jdbc.sql("select * from registry.theme_year order by year desc")
        .query(
            (row, n) ->
                new PastYear(
                    row.getInt("year"),
                    row.getInt("problems"),
                    row.getObject("tasks", Integer.class),
                    row.getObject("policies", Integer.class),
                    List.of((String[]) row.getArray("named").getArray()),
                    row.getString("remark"),
                    row.getString("remark_en"),
                    row.getString("source")))
        .list();
  }

  /**
   * A past year.
   *
   * @param problems how many were taken up
   * @param tasks null where it is not published, as are {@code policies} and the remarks
   * @param named those of the problems whose names are known
   */
  public record PastYear(
      int year,
      int problems,
      Integer tasks,
      Integer policies,
      List<String> named,
      String remark,
      String remarkEnglish,
      String source) {}
}
