package city.whistle.workers.assessment.count;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts again what a version keeps, and compares: sums with cases, facts with callbacks. */
@Component
public class FigureCheck {

  private static final String CHECK =
      SqlFile.read("check.sql").formatted(CountColumns.names(), CountColumns.counted());

  private final JdbcClient jdbc;

  FigureCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Outcome of(Window window) {
    return jdbc.sql(CHECK)
        .params(window.params())
        .query(
            (row, n) ->
                new Outcome(
                    row.getLong("cells"),
                    row.getLong("cells_apart"),
                    row.getLong("callbacks"),
                    row.getLong("without_fact"),
                    row.getLong("facts_apart")))
        .single();
  }

  /**
   * What was found.
   *
   * @param cells sums of a unit's cases of a category that the version keeps
   * @param cellsApart of those, and of those that it should keep, that differ from the cases
   * @param callbacks that were recorded in its time, of cases that some unit had
   * @param callbacksWithoutFact of those, that no figure can count
   * @param factsApart of those, whose fact says something else
   */
  public record Outcome(
      long cells, long cellsApart, long callbacks, long callbacksWithoutFact, long factsApart) {}
}
