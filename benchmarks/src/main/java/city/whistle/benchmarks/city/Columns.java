package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table's columns, and the SQL that makes of a sample's row {@code s} that of a case {@code o}.
 */
final class Columns {

  private static final String FIND =
      """
      select column_name, data_type from information_schema.columns
      where table_schema || '.' || table_name = ? order by ordinal_position\
      """;

  private Columns() {}

  static Map<String, String> of(Connection connection, Copied table, SampleFacts facts)
      throws SQLException {
    long first = facts.instances().stream().mapToLong(Long::parseLong).min().orElseThrow();
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, table.table());
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          String column = rows.getString(1);
          columns.put(column, value(table, column, rows.getString(2), facts, first));
        }
      }
    }
    return Collections.unmodifiableMap(columns);
  }

  private static String value(
      Copied table, String column, String type, SampleFacts facts, long first) {
    String value = "s." + column;
    if (table.instead().containsKey(column)) {
      return table.instead().get(column);
    }
    if (table.words().contains(column)) {
      return Words.of(facts).replaced(column, type);
    }
    return switch (type) {
      // Keys of what was deployed are older than the sample's own, and stay.
      case "bigint" ->
          "case when %1$s >= %2$d then %1$s + o.key_shift else %1$s end".formatted(value, first);
      case "uuid" -> "md5(%s::text || o.n)::uuid".formatted(value);
      case "timestamp with time zone" ->
          "%s + (o.received_at - began.received_at)".formatted(value);
      default -> value;
    };
  }
}
