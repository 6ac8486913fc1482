package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows that a sample has in a table, set apart, so that they are found at once while the table
 * grows.
 *
 * @param table in which they are
 * @param columns of the table, with what each copy has there
 */
record SampleRows(String table, String apart, Map<String, String> columns, String stage) {

  static List<SampleRows> setApart(Connection connection, Map<String, SampleFacts> stages)
      throws SQLException {
    List<SampleRows> all = new ArrayList<>();
    List<Copied> tables = Stream.concat(Copied.REGISTRY.stream(), Copied.ENGINE.stream()).toList();
    for (Map.Entry<String, SampleFacts> stage : stages.entrySet()) {
      for (Copied copied : tables) {
        all.add(setApart(connection, copied, stage.getKey(), stage.getValue()));
      }
    }
    return all;
  }

  private static SampleRows setApart(
      Connection connection, Copied copied, String stage, SampleFacts facts) throws SQLException {
    String apart = "city." + stage + "_" + copied.table().replace('.', '_');
    String which =
        copied
            .which()
            .replace(":sample", "'" + facts.id() + "'")
            .replace(":instances", String.join(", ", facts.instances()));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table %s as select * from %s s where %s".formatted(apart, copied.table(), which));
    }
    return new SampleRows(copied.table(), apart, Columns.of(connection, copied, facts), stage);
  }

  /** SQL by which the open cases from {@code low} on that are at the stage get theirs. */
  String copies(long low) {
    return """
    insert into %s (%s)
    select %s
    from %s s cross join city.open o
      cross join city.%s_registry_case_file began
    where o.stage = '%s' and o.n >= %d\
    """
        .formatted(
            table,
            String.join(", ", columns.keySet()),
            String.join(", ", columns.values()),
            apart,
            stage,
            stage,
            low);
  }
}
