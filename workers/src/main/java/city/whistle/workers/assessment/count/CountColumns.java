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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The columns of {@code assessment_cell} that hold {@link Counts}, and how each is counted. */
public final class CountColumns {

  private static final Map<String, String> COUNTING = counting();

  private CountColumns() {}

  private static Map<String, String> counting() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("dispatched", DISPATCHED.counting());
    columns.put("unanswered", UNANSWERED.counting());
    columns.put("excluded", EXCLUDED.counting());
    columns.put("valid", VALID.counting());
    columns.put("contacted", CONTACTED.counting());
    columns.put("settled", SETTLED.counting());
    columns.put("partly", PARTLY.counting());
    columns.put("satisfied", SATISFIED.counting());
    columns.put("basically", BASICALLY.counting());
    columns.put("settled_at_first", SETTLED_AT_FIRST.counting());
    columns.put("contacted_settled", CONTACTED.counting(SETTLED));
    columns.put("contacted_satisfied", CONTACTED.counting(SATISFIED));
    columns.put("contacted_basically", CONTACTED.counting(BASICALLY));
    columns.put("settled_satisfied", SETTLED.counting(SATISFIED));
    columns.put("settled_basically", SETTLED.counting(BASICALLY));
    return columns;
  }

  /** Their names, as a list for SQL. */
  static String names() {
    return String.join(", ", COUNTING.keySet());
  }

  /** How they are counted from {@code assessment_case}, in the order of their names. */
  static String counted() {
    return String.join(",\n    ", COUNTING.values());
  }

  /** Their sums under their own names. */
  public static String sums() {
    return each(name -> "sum(%1$s) as %1$s".formatted(name));
  }

  private static String each(UnaryOperator<String> column) {
    return COUNTING.keySet().stream().map(column).collect(Collectors.joining(", "));
  }

  public static Counts read(ResultSet row) throws SQLException {
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
}
