package city.whistle.app.example;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of a list as CSV. */
final class OrganisationRow {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private OrganisationRow() {}

  /**
   * The row's cells in the order of the head's columns; source is the example where it isn't said.
   */
  static String line(String head, Map<String, Object> row) {
    return Stream.of(head.replace(BYTE_ORDER_MARK, "").split(","))
        .map(column -> row.getOrDefault(column, column.equals("source") ? "an example" : ""))
        .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
