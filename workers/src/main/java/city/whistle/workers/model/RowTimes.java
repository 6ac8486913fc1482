package city.whistle.workers.model;

import city.whistle.workers.answer.Feel;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.model.DecisionTable.Column;
import city.whistle.workers.model.TableReaders.Order;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the times of a table's row go together: nobody contacts a resident after the answer. */
final class RowTimes {

  private RowTimes() {}

  /** Of times that are known before there is a case. */
  static List<String> problems(DecisionTable table, int row, List<Order> orders, Feel feel) {
    return orders.stream().flatMap(order -> problem(table, row, order, feel).stream()).toList();
  }

  private static Optional<String> problem(DecisionTable table, int row, Order order, Feel feel) {
    Optional<Duration> shorter = time(table, row, order.shorter(), feel);
    Optional<Duration> longer = time(table, row, order.longer(), feel);
    return shorter
        .filter(time -> longer.filter(other -> time.compareTo(other) > 0).isPresent())
        .map(
            time ->
                "row %d: %s is %s, but must not be longer than %s, which is %s"
                    .formatted(
                        row + 1,
                        named(table, order.shorter()),
                        said(table, row, order.shorter()),
                        named(table, order.longer()),
                        said(table, row, order.longer())));
  }

  private static Optional<Duration> time(DecisionTable table, int row, String column, Feel feel) {
    JsonNode value = feel.evaluate(said(table, row, column), Map.of());
    return value.isTextual() && DueDates.isLimit(value.asText())
        ? Optional.of(Duration.parse(value.asText()))
        : Optional.empty();
  }

  private static String said(DecisionTable table, int row, String column) {
    List<String> names = table.outputs().stream().map(Column::name).toList();
    List<String> cells = table.rows().get(row).outputs();
    int at = names.indexOf(column);
    return at < 0 || at >= cells.size() || cells.get(at).isEmpty() ? "null" : cells.get(at);
  }

  private static String named(DecisionTable table, String column) {
    return table.outputs().stream()
        .filter(output -> output.name().equals(column))
        .map(Column::named)
        .findFirst()
        .orElse(column);
  }
}
