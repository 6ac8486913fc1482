package city.whistle.engine.store;

import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** All rows in memory by table and key, without what is of memory alone. */
public final class Snapshot {

  private Snapshot() {}

  public static Map<String, Map<Long, Row>> of(State state) {
    Map<String, Map<Long, Row>> tables = new TreeMap<>();
    state.tables().forEach(table -> tables.put(table.name(), rows(table)));
    return tables;
  }

  /** What loading would give, without replacing the engine that works on the store. */
  public static Map<String, Map<Long, Row>> ofStore(DataSource database) {
    State state = new State();
    try (Connection connection = database.getConnection()) {
      new Loader(new Mappings()).load(connection, state);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return of(state);
  }

  private static Map<Long, Row> rows(Table<?> table) {
    return table.all().stream()
        .map(row -> row instanceof Job job ? job.lockedBy(null, null) : row)
        .collect(
            Collectors.toMap(
                Row::key, Function.<Row>identity(), (first, second) -> first, TreeMap::new));
  }
}
