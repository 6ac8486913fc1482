package city.whistle.workers.assessment.count;

import static city.whistle.workers.assessment.count.Figure.BASICALLY;
import static city.whistle.workers.assessment.count.Figure.CONTACTED;
import static city.whistle.workers.assessment.count.Figure.DISPATCHED;
import static city.whistle.workers.assessment.count.Figure.EXCLUDED;
import static city.whistle.workers.assessment.count.Figure.PARTLY;
import static city.whistle.workers.assessment.count.Figure.SATISFIED;
import static city.whistle.workers.assessment.count.Figure.SETTLED;
import static city.whistle.workers.assessment.count.Figure.SETTLED_AT_FIRST;
import static city.whistle.workers.assessment.count.Figure.UNANSWERED;
import static city.whistle.workers.assessment.count.Figure.VALID;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a month's cases in one pass over its facts; the database adds, nothing is fetched. */
@Component
public class Counting {

  private static final Map<String, String> NUMBERS = numbers();

  private static final String CELLS =
      SqlFile.read("cells.sql")
          .formatted(
              NUMBERS.entrySet().stream()
                  .map(number -> number.getValue() + " as " + number.getKey())
                  .collect(Collectors.joining(",\n  ")));

  /** Until the transaction ends: a city's month sorted on disk takes twice as long. */
  private static final String SORT_IN_MEMORY = "set local work_mem = '256MB'";

  private final JdbcClient jdbc;

  Counting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps for the version which cases it counts, and counts them. */
  public Counted count(Window window) {
    jdbc.sql(SORT_IN_MEMORY).update();
    jdbc.sql(SqlFile.read("counted.sql")).params(window.params()).update();
    jdbc.sql(SqlFile.read("given.sql")).params(window.params()).update();
    List<Cell> cells = new ArrayList<>();
    MessageDigest digest = Sha256.start();
    jdbc.sql(CELLS)
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

  /** Whether a case that the window counts was left out since. */
  public boolean hasNewExclusions(Window window) {
    return jdbc.sql(
            """
            select exists (select from registry.assessment_case c join registry.case_exclusion x on x.case_id = c.case_id
              where c.assessment_id = :assessment and c.counts)\
            """)
        .params(window.params())
        .query(Boolean.class)
        .single();
  }

  private static Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put("dispatched", DISPATCHED.counting());
    numbers.put("unanswered", UNANSWERED.counting());
    numbers.put("excluded", EXCLUDED.counting());
    numbers.put("valid", VALID.counting());
    numbers.put("contacted", CONTACTED.counting());
    numbers.put("settled", SETTLED.counting());
    numbers.put("partly", PARTLY.counting());
    numbers.put("satisfied", SATISFIED.counting());
    numbers.put("basically", BASICALLY.counting());
    numbers.put("settled_at_first", SETTLED_AT_FIRST.counting());
    numbers.put("contacted_settled", CONTACTED.counting(SETTLED));
    numbers.put("contacted_satisfied", CONTACTED.counting(SATISFIED));
    numbers.put("contacted_basically", CONTACTED.counting(BASICALLY));
    numbers.put("settled_satisfied", SETTLED.counting(SATISFIED));
    numbers.put("settled_basically", SETTLED.counting(BASICALLY));
    return numbers;
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("unit_code"),
        row.getString("district_code"),
        row.getString("category_code"),
        counts(row));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("dispatched"),
        row.getLong("unanswered"),
        row.getLong("excluded"),
        row.getLong("valid"),
        row.getLong("contacted"),
        row.getLong("settled"),
        row.getLong("partly"),
        row.getLong("satisfied"),
        row.getLong("basically"),
        row.getLong("settled_at_first"),
        row.getLong("contacted_settled"),
        row.getLong("contacted_satisfied"),
        row.getLong("contacted_basically"),
        row.getLong("settled_satisfied"),
        row.getLong("settled_basically"));
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
