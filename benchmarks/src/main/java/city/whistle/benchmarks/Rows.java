package city.whistle.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.LongStream;

/**
 * The rows of a group of instances that go on in step: a statement per table and kind of change, an
 * array per column that differs. Columns that are the same for all stand in the statement.
 */
final class Rows {

  static final int TASKS = 3;

  /** 14 rows to insert (1 instance, 6 elements, 3 jobs, 4 flows), 8 to end. */
  static final int CHANGES = 22;

  private static final int KEYS_OF_ONE = 32;
  private static final int FIRST_ELEMENT = 1;
  private static final int FIRST_JOB = 8;
  private static final int FIRST_FLOW = 12;
  private static final int FIRST_VARIABLE = 20;
  private static final int VARIABLES_AT_START = 4;
  private static final String DEFINITION = "7";
  private static final String PROCESS = "'" + Errand.ID + "'";

  private final Connection connection;
  private final boolean withVariables;
  private final long firstKey;
  private final int group;

  Rows(Connection connection, boolean withVariables, long firstKey, int group) {
    this.connection = connection;
    this.withVariables = withVariables;
    this.firstKey = firstKey;
    this.group = group;
  }

  long nextKey() {
    return firstKey + (long) group * KEYS_OF_ONE;
  }

  /** Instances begin and wait at their first task. */
  void create() throws SQLException {
    execute(
        "insert into engine.process_instance (key, process_definition_key, bpmn_process_id,"
            + " version, root_process_instance_key, state, tags, started_at) select k, "
            + DEFINITION
            + ", "
            + PROCESS
            + ", 1, k, 'ACTIVE', '[]', now() from unnest(?) as k",
        keys(0));
    insertElement(0, "ACTIVE");
    insertElement(1, "COMPLETED");
    insertFlow(0);
    beginTask(0);
    if (withVariables) {
      for (int i = 0; i < VARIABLES_AT_START; i++) {
        insertVariable(i);
      }
    }
  }

  /** The jobs of a task are done: instances wait at the next task, or are over. */
  void complete(int task) throws SQLException {
    end("job", FIRST_JOB + task, "COMPLETED");
    end("element_instance", FIRST_ELEMENT + 2 + task, "COMPLETED");
    if (withVariables) {
      insertVariable(VARIABLES_AT_START + task);
    }
    insertFlow(task + 1);
    if (task + 1 < TASKS) {
      beginTask(task + 1);
    } else {
      insertElement(TASKS + 2, "COMPLETED");
      end("element_instance", FIRST_ELEMENT, "COMPLETED");
      end("process_instance", 0, "COMPLETED");
    }
  }

  private void beginTask(int task) throws SQLException {
    insertElement(task + 2, "ACTIVE");
    execute(
        "insert into engine.job (key, type, kind, listener_index, state, retries, blocked,"
            + " headers, process_instance_key, process_definition_key, bpmn_process_id,"
            + " process_version, element_id, element_instance_key, tags, created_at) select k, '"
            + Errand.JOB_TYPE
            + "', 'BPMN_ELEMENT', -1, 'CREATED', 3, false, '{}', p, "
            + DEFINITION
            + ", "
            + PROCESS
            + ", 1, 'RegisterCase', e, '[]', now() from unnest(?, ?, ?) as rows(k, p, e)",
        keys(FIRST_JOB + task),
        keys(0),
        keys(FIRST_ELEMENT + 2 + task));
  }

  private void insertElement(int number, String state) throws SQLException {
    execute(
        "insert into engine.element_instance (key, process_instance_key, process_definition_key,"
            + " bpmn_process_id, element_id, type, scope_key, state, loop_counter, started_at)"
            + " select k, p, "
            + DEFINITION
            + ", "
            + PROCESS
            + ", 'RegisterCase', 'SERVICE_TASK', p, '"
            + state
            + "', 0, now() from unnest(?, ?) as rows(k, p)",
        keys(FIRST_ELEMENT + number),
        keys(0));
  }

  private void insertFlow(int number) throws SQLException {
    execute(
        "insert into engine.sequence_flow (key, process_instance_key, process_definition_key,"
            + " bpmn_process_id, flow_id) select k, p, "
            + DEFINITION
            + ", "
            + PROCESS
            + ", 'Flow_1' from unnest(?, ?) as rows(k, p)",
        keys(FIRST_FLOW + number),
        keys(0));
  }

  private void insertVariable(int number) throws SQLException {
    execute(
        "insert into engine.variable (key, process_instance_key, bpmn_process_id, scope_key, name,"
            + " value) select k, p, "
            + PROCESS
            + ", p, 'doneByRegisterCase', '\"street:110102009\"'"
            + " from unnest(?, ?) as rows(k, p)",
        keys(FIRST_VARIABLE + number),
        keys(0));
  }

  private void end(String table, int number, String state) throws SQLException {
    execute(
        "update engine."
            + table
            + " set state = '"
            + state
            + "', ended_at = now() where key = any(?)",
        keys(number));
  }

  private Long[] keys(int offset) {
    return LongStream.range(0, group)
        .mapToObj(instance -> firstKey + instance * KEYS_OF_ONE + offset)
        .toArray(Long[]::new);
  }

  private void execute(String sql, Long[]... arrays) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arrays.length; i++) {
        statement.setArray(i + 1, connection.createArrayOf("int8", arrays[i]));
      }
      statement.executeUpdate();
    }
  }
}
