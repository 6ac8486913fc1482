package city.whistle.workers.assessment.count;

import static city.whistle.workers.assessment.count.Figure.BASICALLY;
import static city.whistle.workers.assessment.count.Figure.CONTACTED;
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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a month's cases in one pass over its facts; the database adds, nothing is fetched. */
@Component
public class Counting {

  private static final String CELLS =
      SqlFile.read("counted.sql")
          + """
          select unit_code, district_code, category_code, 0 as dispatched, %s as unanswered, %s as excluded,
            %s as valid, %s as contacted, %s as settled, %s as partly, %s as satisfied, %s as basically,
            %s as settled_at_first, %s as contacted_settled, %s as contacted_satisfied,
            %s as contacted_basically, %s as settled_satisfied, %s as settled_basically,
            sum(hashtextextended(concat_ws('/', callback_id, answered, contacted, settled, satisfied,
              settled_at_first, left_out), 0)::numeric)::text as input
          from counted group by 1, 2, 3 order by 1, 2, 3\
          """
              .formatted(
                  UNANSWERED.counting(),
                  EXCLUDED.counting(),
                  VALID.counting(),
                  CONTACTED.counting(),
                  SETTLED.counting(),
                  PARTLY.counting(),
                  SATISFIED.counting(),
                  BASICALLY.counting(),
                  SETTLED_AT_FIRST.counting(),
                  CONTACTED.counting(SETTLED),
                  CONTACTED.counting(SATISFIED),
                  CONTACTED.counting(BASICALLY),
                  SETTLED.counting(SATISFIED),
                  SETTLED.counting(BASICALLY));

  private static final String DISPATCHED =
      """
      select unit_code, district_code, category_code, count(*) as dispatched
      from (%s) given group by 1, 2, 3\
      """
          .formatted(SqlFile.read("given.sql"));

  private final JdbcClient jdbc;

  Counting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps for the version which cases are left out, then counts what is left. */
  public Counted count(Window window) {
    jdbc.sql(SqlFile.read("left-out.sql")).params(window.params()).update();
    Map<List<String>, Cell> cells = new LinkedHashMap<>();
    MessageDigest digest = Sha256.start();
    jdbc.sql(CELLS)
        .params(window.params())
        .query(
            (RowCallbackHandler)
                row -> {
                  add(cells, cell(row, answered(row)));
                  digest.update(text(row).getBytes(StandardCharsets.UTF_8));
                });
    jdbc.sql(DISPATCHED)
        .params(window.params())
        .query(
            (RowCallbackHandler)
                row -> add(cells, cell(row, dispatched(row.getLong("dispatched")))));
    return new Counted(new ArrayList<>(cells.values()), HexFormat.of().formatHex(digest.digest()));
  }

  /** Whether a case that the window counts was left out since. */
  public boolean hasNewExclusions(Window window) {
    return jdbc.sql(
            """
            select exists (select from registry.callback_fact f join registry.case_exclusion x on x.case_id = f.case_id
              where f.recorded_at >= :from and f.recorded_at < :until and f.answered
                and not exists (select from registry.assessment_left_out l
                  where l.assessment_id = :assessment and l.case_id = f.case_id))\
            """)
        .params(window.params())
        .query(Boolean.class)
        .single();
  }

  private static void add(Map<List<String>, Cell> cells, Cell cell) {
    List<String> key = new ArrayList<>();
    key.add(cell.unit());
    key.add(cell.district());
    key.add(cell.category());
    cells.merge(key, cell, Counting::merged);
  }

  private static Cell merged(Cell one, Cell other) {
    return new Cell(one.unit(), one.district(), one.category(), one.counts().plus(other.counts()));
  }

  private static Cell cell(ResultSet row, Counts counts) throws SQLException {
    return new Cell(
        row.getString("unit_code"),
        row.getString("district_code"),
        row.getString("category_code"),
        counts);
  }

  private static Counts answered(ResultSet row) throws SQLException {
    return new Counts(
        0,
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

  private static Counts dispatched(long cases) {
    return new Counts(cases, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
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
