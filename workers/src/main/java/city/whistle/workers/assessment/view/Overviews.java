package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.count.CountColumns;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.GroupTally;
import city.whistle.workers.assessment.view.Overview.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what was published of several months; a recount counts, what it replaced does not. */
@Component
public class Overviews {

  /** More rows than anybody reads: who asks is to narrow the question. */
  public static final int MOST_ROWS = 5000;

  private static final String PUBLISHED =
      """
      registry.assessment a join registry.assessment_run r on r.id = a.run_id
      where a.state in ('published', 'final') and r.month between :from::date and :to::date\
      """;
  private static final String SUMS =
      """
      select %s, %s from (select a.id, r.month from %s) r join registry.assessment_cell c on c.assessment_id = r.id
      where (:district::text is null or c.district_code = :district) and (:unit::text is null or c.unit_code = :unit)
        and (:below::text is null or starts_with(c.category_code, :below))
      group by %s order by %s limit :max\
      """;

  private final JdbcClient jdbc;
  private final Policies policies;

  Overviews(JdbcClient jdbc, Policies policies) {
    this.jdbc = jdbc;
    this.policies = policies;
  }

  /** Empty where there would be more than {@link #MOST_ROWS} rows. */
  public Optional<Overview> of(Question question) {
    Policy policy = policies.of(question.to()).policy();
    List<Part> rows =
        jdbc.sql(sql(question.by()))
            .params(params(question))
            .query((row, n) -> part(row, question.by(), policy))
            .list();
    if (rows.size() > MOST_ROWS) {
      return Optional.empty();
    }
    return Optional.of(
        new Overview(
            months(question), question.by().stream().map(Dimension::wireName).toList(), rows));
  }

  private static String sql(List<Dimension> by) {
    String columns =
        by.stream()
            .map(one -> one.expression() + " as by_" + one.wireName())
            .collect(Collectors.joining(", "));
    String keys = by.stream().map(one -> "by_" + one.wireName()).collect(Collectors.joining(", "));
    return SUMS.formatted(columns, CountColumns.sums(), PUBLISHED, keys, keys);
  }

  private List<String> months(Question question) {
    return jdbc.sql("select to_char(r.month, 'YYYY-MM') from " + PUBLISHED + " order by r.month")
        .params(params(question))
        .query(String.class)
        .list();
  }

  private static Map<String, Object> params(Question question) {
    Map<String, Object> params = new HashMap<>();
    params.put("from", question.from().atDay(1).toString());
    params.put("to", question.to().atDay(1).toString());
    params.put("district", question.district());
    params.put("unit", question.unit());
    params.put("below", question.below());
    params.put("max", MOST_ROWS + 1);
    return params;
  }

  private static Part part(ResultSet row, List<Dimension> by, Policy policy) throws SQLException {
    Map<String, String> of = new TreeMap<>();
    for (Dimension one : by) {
      String value = row.getString("by_" + one.wireName());
      if (value != null) {
        of.put(one.wireName(), value);
      }
    }
    Counts counts = CountColumns.read(row);
    Weights weights = policy.weightsOf(GroupTally.TRADE);
    int decimals = policy.decimals();
    return new Part(
        of,
        RateView.of(weights.contactedRate(counts), counts.valid(), decimals),
        RateView.of(weights.settledRate(counts), counts.valid(), decimals),
        RateView.of(weights.satisfiedRate(counts), counts.valid(), decimals),
        counts);
  }

  /**
   * What is asked.
   *
   * @param from the first month, {@code to} the last
   * @param by one or two, not the same
   * @param district whose units alone, {@code unit} alone, {@code below} a category or one above
   *     alone; null for all
   */
  public record Question(
      YearMonth from,
      YearMonth to,
      List<Dimension> by,
      String district,
      String unit,
      String below) {}
}
