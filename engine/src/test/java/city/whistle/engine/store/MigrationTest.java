package city.whistle.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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

  private static final String FORMS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
        <process id="latest">
          <startEvent id="m"><extensionElements><zeebe:formDefinition formId="other"/>
            </extensionElements><messageEventDefinition/></startEvent>
          <startEvent id="s"><extensionElements><zeebe:formDefinition formId="ask"/>
            </extensionElements></startEvent>
        </process>
        <process id="tagged">
          <startEvent id="t"><extensionElements><zeebe:formDefinition formId="tell"
            bindingType="versionTag" versionTag="1.0"/></extensionElements></startEvent>
        </process>
        <process id="without">
          <startEvent id="w"/>
          <subProcess id="u"><startEvent id="i"><extensionElements>
            <zeebe:formDefinition formId="inner"/></extensionElements></startEvent></subProcess>
        </process>
      </definitions>
      """;

  private static final String STEP = "{\"step\":\"Complete\",\"key\":3,\"variables\":{}}";
  private static final String STEPS = "[" + STEP + "]";
  private static final String PENDING =
      "{\"action\":\"assign\",\"assignee\":\"li\",\"candidateGroups\":[],\"candidateUsers\":[],"
          + "\"dueDate\":null,\"followUpDate\":null,\"priority\":50,"
          + "\"variables\":\"{\\\"done\\\":true}\",\"changed\":[\"assignee\"]}";
  private static final List<String> FIRST_VERSION =
      List.of(
          "process_instance (key, process_definition_key, bpmn_process_id, version,"
              + " root_process_instance_key, state, tags, started_at)"
              + " values (2, 1, 'p', 1, 2, 'ACTIVE', '[]', now())",
          "element_instance (key, process_instance_key, process_definition_key, bpmn_process_id,"
              + " element_id, type, state, loop_counter, started_at)"
              + " values (2, 2, 1, 'p', 'p', 'PROCESS', 'ACTIVE', 0, now())",
          "element_instance (key, process_instance_key, process_definition_key, bpmn_process_id,"
              + " element_id, type, scope_key, state, loop_counter, started_at)"
              + " values (3, 2, 1, 'p', 'u', 'USER_TASK', 2, 'ACTIVE', 0, now())",
          "continuation (key, steps) values (20, '" + STEPS + "')",
          "timer (key, element_instance_key, process_instance_key, process_definition_key,"
              + " element_id, due_at, repetitions) values (21, 3, 2, 1, 'b', now(), 1)",
          "user_task (key, state, candidate_groups, candidate_users, priority, headers, element_id,"
              + " element_instance_key, process_instance_key, process_definition_key,"
              + " bpmn_process_id, process_version, tags, pending, created_at) values (22,"
              + " 'ASSIGNING', '[]', '[]', 50, '{}', 'u', 3, 2, 1, 'p', 1, '[]', '"
              + PENDING
              + "', now())",
          "incident (key, error_type, error_message, state, process_instance_key,"
              + " process_definition_key, bpmn_process_id, element_id, element_instance_key, step,"
              + " created_at) values (23, 'IO_MAPPING_ERROR', 'm', 'ACTIVE', 2, 1, 'p', 'u', 3, '"
              + STEP
              + "', now())");

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
      definition(statement, 1, "p", XML);
      scope(statement, 10, "h1", "beside", false);
      scope(statement, 20, "h2", "instead", false);
      scope(statement, 30, "h3", "by.default", false);
      scope(statement, 40, "h2", "instead", true);
      migrate(url, "3");
      assertThat(interrupted(statement)).containsExactly(20L, 30L, 40L);
    }
  }

  @Test
  void knowsTheHashesOfOpenIncidents() throws SQLException {
    String url = TestDatabase.url();
    migrate(url, "4");
    List<String> messages =
        List.of("", "Expected result of the expression", "表达式没有值 🏙", "x".repeat(5_000), "Aa");
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into engine.incident (key, error_type, error_message, state,"
                    + " process_instance_key, process_definition_key, bpmn_process_id, element_id,"
                    + " element_instance_key, created_at)"
                    + " values (?, 'IO_MAPPING_ERROR', ?, 'ACTIVE', 1, 1, 'p', 'e', 1, now())")) {
      for (int i = 0; i < messages.size(); i++) {
        insert.setLong(1, i);
        insert.setString(2, messages.get(i));
        insert.execute();
      }
      migrate(url, "5");
      assertThat(integers(connection, "select error_hash from engine.incident order by key"))
          .isEqualTo(messages.stream().map(String::hashCode).toList());
    }
  }

  @Test
  void knowsTheFormsAtStartEvents() throws SQLException {
    String url = TestDatabase.url();
    migrate(url, "6");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      definition(statement, 1, "latest", FORMS);
      definition(statement, 2, "tagged", FORMS);
      definition(statement, 3, "without", FORMS);
      definition(statement, 4, "latest", "<no XML");
      migrate(url, "7");
      assertThat(
              texts(
                  statement,
                  "select concat_ws(' ', bpmn_process_id, start_form_id, start_form_binding,"
                      + " start_form_version_tag) from engine.process_definition order by key"))
          .containsExactly(
              "latest ask LATEST",
              "tagged tell VERSION_TAG 1.0",
              "without LATEST",
              "latest LATEST");
    }
  }

  /** What a command left over, a timer and a transition under way, as version 1 wrote them. */
  @Test
  void loadsWhatTheFirstVersionLeftOpen() throws SQLException {
    String url = TestDatabase.url();
    migrate(url, "1");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    State state = new State();
    try (HikariDataSource database = new HikariDataSource(config);
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String row : FIRST_VERSION) {
        statement.execute("insert into engine." + row);
      }
      Schema.migrate(database);
      new Store(database).load(state, new KeyGenerator());
    }
    assertThat(state.continuations.get(20)).isEqualTo(new Continuation(20, STEPS, "[]", 0));
    assertThat(state.timers.get(21).depth()).isZero();
    assertThat(state.elementInstances.get(2).interrupted()).isFalse();
    assertThat(state.incidents.get(23).step()).isEqualTo(STEP);
    UserTask.Pending pending = state.userTasks.get(22).pending();
    assertThat(pending.attributes().assignee()).isEqualTo("li");
    assertThat(pending.variables()).isEqualTo(JsonValue.ofText("{\"done\":true}"));
  }

  private static void definition(Statement statement, long key, String id, String xml)
      throws SQLException {
    statement.execute(
        "insert into engine.process_definition values"
            + " (%d, '%s', null, 1, null, 'p.bpmn', '', '%s', 1, now())"
                .formatted(key, id, xml.replace("'", "''")));
  }

  private static List<Integer> integers(Connection connection, String query) throws SQLException {
    List<Integer> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
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
