package city.whistle.workers.assessment.count;

import city.whistle.workers.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a month's cases in one pass over its facts; the database adds, nothing is fetched. */
@Component
public class Counting {

  /** Until the transaction ends: a city's month sorted on disk takes twice as long. */
  private static final List<String> SORT_IN_MEMORY =
      List.of("set local work_mem = '256MB'", "set local maintenance_work_mem = '256MB'");

  private final JdbcClient jdbc;
  private final VersionCases cases;

  Counting(JdbcClient jdbc, VersionCases cases) {
    this.jdbc = jdbc;
    this.cases = cases;
  }

  /** Keeps for the version which cases it counts, counts them, and keeps the counts. */
  public Counted count(Window window) {
    SORT_IN_MEMORY.forEach(setting -> jdbc.sql(setting).update());
    String part = cases.make(window.assessmentId());
    jdbc.sql(SqlFile.read("counted.sql").formatted(part)).params(window.params()).update();
    jdbc.sql(SqlFile.read("given.sql").formatted(part)).params(window.params()).update();
    Counted counted = add(window, part);
    cases.attach(window.assessmentId());
    return counted;
  }

  /** Drops the cases of versions that are gone; called outside of a transaction. */
  public void dropLeft() {
    cases.dropLeft();
  }

  private Counted add(Window window, String part) {
    List<Cell> cells = new ArrayList<>();
    MessageDigest digest = Sha256.start();
    jdbc.sql(
            SqlFile.read("cells.sql").formatted(CountColumns.names(), CountColumns.counted(), part))
        .params(window.params())
        .query(
            (RowCallbackHandler)
                row -> {
                  cells.add(cell(row));
                  if (row.getString("input") != null) {
                    digest.update(text(row).getBytes(StandardCharsets.UTF_8));
                  }
                });
    return new Counted(cells, HexFormat.of().formatHex(digest.digest()));
  }

  /** Whether a case that the version counts was left out since. */
  public boolean hasNewExclusions(UUID assessmentId) {
    return jdbc.sql(
            """
            select exists (select from registry.assessment_case c join registry.case_exclusion x on x.case_id = c.case_id
              where c.assessment_id = :assessment and c.counts)\
            """)
        .param("assessment", assessmentId)
        .query(Boolean.class)
        .single();
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("unit_code"),
        row.getString("district_code"),
        row.getString("category_code"),
        CountColumns.read(row));
  }

  private static String text(ResultSet row) throws SQLException {
    return String.join(
        "|",
        row.getString("unit_code"),
        row.getString("district_code"),
        row.getString("category_code"),
        row.getString("input"),
        "\n");
  }

  /**
   * A month's cases, counted.
   *
   * @param inputDigest changes with any answer, owner or exclusion that was counted
   */
  public record Counted(List<Cell> cells, String inputDigest) {}
}
