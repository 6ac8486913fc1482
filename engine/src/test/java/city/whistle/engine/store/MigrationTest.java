package city.whistle.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Databases that an older version wrote. */
class MigrationTest {

  private static final String XML =
      """
      <bpmn:definitions><bpmn:process id="p">
        <bpmn:subProcess id="h1" triggeredByEvent="true">
          <bpmn:startEvent isInterrupting='false' id="beside"><bpmn:outgoing/></bpmn:startEvent>
        </bpmn:subProcess>
        <bpmn:subProcess id="h2" triggeredByEvent="true">
          <bpmn:startEvent id="instead" isInterrupting="true"/>
        </bpmn:subProcess>
        <subProcess id="h3" triggeredByEvent="true"><startEvent id="by.default"/></subProcess>
      </bpmn:process></bpmn:definitions>
      """;

  private static void migrate(String url, String target) {
    Flyway.configure()
        .loggers(MigrationLog.class.getName())
        .dataSource(url, null, null)
        .schemas(Schema.NAME)
        .defaultSchema(Schema.NAME)
        .locations("classpath:db/engine/migration")
        .target(target)
        .load()
        .migrate();
  }

  @Test
  void knowsWhichScopesWereInterrupted() throws SQLException {
    String url = TestDatabase.url();
    migrate(url, "2");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into engine.process_definition values"
              + " (1, 'p', null, 1, null, 'p.bpmn', '', '%s', 1, now())"
                  .formatted(XML.replace("'", "''")));
      scope(statement, 10, "h1", "beside", false);
      scope(statement, 20, "h2", "instead", false);
      scope(statement, 30, "h3", "by.default", false);
      scope(statement, 40, "h2", "instead", true);
      migrate(url, "3");
      assertThat(interrupted(statement)).containsExactly(20L, 30L, 40L);
    }
  }

  /**
   * @param begins whether the event sub-process has not reached its start event yet
   */
  private static void scope(
      Statement statement, long key, String handlerId, String startId, boolean begins)
      throws SQLException {
    element(statement, key, "p", "PROCESS", "null", "null");
    String pending = begins ? "'" + startId + "'" : "null";
    element(statement, key + 1, handlerId, "EVENT_SUB_PROCESS", String.valueOf(key), pending);
    if (!begins) {
      element(statement, key + 2, startId, "START_EVENT", String.valueOf(key + 1), "null");
    }
  }

  private static void element(
      Statement statement, long key, String id, String type, String scope, String pending)
      throws SQLException {
    statement.execute(
        ("insert into engine.element_instance (key, process_instance_key, process_definition_key,"
                + " bpmn_process_id, element_id, type, scope_key, state, loop_counter,"
                + " pending_element_id, started_at) values"
                + " (%d, 1, 1, 'p', '%s', '%s', %s, 'ACTIVE', 0, %s, now())")
            .formatted(key, id, type, scope, pending));
  }

  private static List<Long> interrupted(Statement statement) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "select key from engine.element_instance where interrupted order by key")) {
      while (found.next()) {
        keys.add(found.getLong(1));
      }
    }
    return keys;
  }
}
