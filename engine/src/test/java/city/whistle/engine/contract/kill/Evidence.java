package city.whistle.engine.contract.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** What the database shows after the last engine is gone. */
final class Evidence {

  private static final int ELEMENTS = 8;
  private static final int FLOWS = 7;

  private final String url;
  private final Acknowledged acknowledged;

  Evidence(String url, Acknowledged acknowledged) {
    this.url = url;
    this.acknowledged = acknowledged;
  }

  void check(String seed) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      assertThat(keys(sql, "select key from engine.process_instance where state = 'COMPLETED'"))
          .as("completed instances, " + seed)
          .containsAll(acknowledged.instances);
      assertThat(keys(sql, "select key from engine.process_instance where state <> 'COMPLETED'"))
          .as("instances that never ended, " + seed)
          .isEmpty();
      assertThat(keys(sql, "select key from engine.job where state = 'COMPLETED'"))
          .as("completed jobs, " + seed)
          .containsAll(acknowledged.jobs);
      assertThat(keys(sql, UNUSUAL_WALKS.formatted("element_instance", ELEMENTS)))
          .as("instances whose elements were not all walked just once, " + seed)
          .isEmpty();
      assertThat(keys(sql, UNUSUAL_WALKS.formatted("sequence_flow", FLOWS)))
          .as("instances whose flows were not all taken just once, " + seed)
          .isEmpty();
      assertThat(keys(sql, REPEATED_ELEMENTS)).as("repeated elements, " + seed).isEmpty();
      assertThat(keys(sql, UNUSUAL_WALKS.formatted("correlated_message", 1)))
          .as("instances that did not get their message just once, " + seed)
          .isEmpty();
    }
  }

  /** %s: table, %d: how many rows each instance has in it. */
  private static final String UNUSUAL_WALKS =
      """
      select instance.key from engine.process_instance instance
      left join engine.%s part on part.process_instance_key = instance.key
      group by instance.key having count(part.key) <> %d
      """;

  private static final String REPEATED_ELEMENTS =
      """
      select process_instance_key from engine.element_instance
      group by process_instance_key, element_id, state
      having count(*) > 1 or state <> 'COMPLETED'
      """;

  private static Set<Long> keys(Statement sql, String query) throws SQLException {
    Set<Long> keys = new HashSet<>();
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return keys;
  }
}
