package city.whistle.workers.dataset;

import city.whistle.workers.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports how themes are found, and what is published of past years' themes. */
@Component
class ThemeImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;
  private final JsonText json;

  ThemeImport(DataFile files, JdbcTemplate jdbc, JsonText json) {
    this.files = files;
    this.jdbc = jdbc;
    this.json = json;
  }

  void importThemes() {
    File file = files.read("themes.json", File.class);
    jdbc.update("delete from registry.theme_policy");
    jdbc.batchUpdate(
        "insert into registry.theme_policy (valid_from, content) values (?, ?::jsonb)",
        file.policies().stream()
            .map(
                policy ->
                    new Object[] {
                      LocalDate.parse(policy.path("validFrom").asText()), json.write(policy)
                    })
            .toList());
    jdbc.update("delete from registry.theme_year");
    jdbc.batchUpdate(
        """
        insert into registry.theme_year (year, problems, tasks, policies, named, remark, remark_en, source)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        file.years().stream().map(Year::values).toList());
  }

  record File(List<JsonNode> policies, List<Year> years) {}

  /**
   * A past year.
   *
   * @param tasks null where it is not published, as are {@code policies} and {@code remark}
   */
  record Year(
      int year,
      int problems,
      Integer tasks,
      Integer policies,
      List<String> named,
      String remark,
      String remarkEnglish,
      String source) {

    private Object[] values() {
      return new Object[] {
        year, problems, tasks, policies, named.toArray(String[]::new), remark, remarkEnglish, source
      };
    }
  }
}
