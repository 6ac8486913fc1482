package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Rows in the store's tables: each test names the columns it cares about. */
final class StoredRows {

  private static final String START = "2026-01-01T00:00:00Z";

  private static final Map<String, Map<String, Object>> DEFAULTS =
      Map.of(
          "process_definition",
          Map.of(
              "bpmn_process_id", "case",
              "version", 1,
              "resource_name", "case.bpmn",
              "checksum", "00",
              "xml", "<definitions/>",
              "deployment_key", 1,
              "deployed_at", START),
          "process_instance",
          Map.of(
              "process_definition_key",
              10,
              "bpmn_process_id",
              "case",
              "version",
              1,
              "root_process_instance_key",
              1,
              "state",
              "ACTIVE",
              "tags",
              new Object[0],
              "started_at",
              START),
          "element_instance",
          Map.of(
              "process_definition_key",
              10,
              "bpmn_process_id",
              "case",
              "element_id",
              "task",
              "type",
              "SERVICE_TASK",
              "state",
              "ACTIVE",
              "loop_counter",
              0,
              "interrupted",
              false,
              "started_at",
              START),
          "variable",
          Map.of("bpmn_process_id", "case"),
          "job",
          Map.of(
              "type",
              "work",
              "kind",
              "BPMN_ELEMENT",
              "listener_index",
              -1,
              "state",
              "CREATED",
              "retries",
              3,
              "blocked",
              false,
              "headers",
              Map.of(),
              "tags",
              new Object[0],
              "created_at",
              START),
          "user_task",
          Map.of(
              "state",
              "CREATED",
              "candidate_groups",
              new Object[0],
              "candidate_users",
              new Object[0],
              "priority",
              50,
              "headers",
              Map.of(),
              "tags",
              new Object[0],
              "created_at",
              START),
          "incident",
          Map.of(
              "error_type", "JOB_NO_RETRIES",
              "state", "ACTIVE",
              "created_at", START),
          "message_subscription",
          Map.of("state", "CREATED", "updated_at", START),
          "correlated_message",
          Map.of("correlated_at", START),
          "decision_instance",
          Map.of(
              "decision_version", 1, "inputs", "[]", "matched_rules", "[]", "evaluated_at", START));

  private static final Map<String, Object> IN_AN_INSTANCE =
      Map.of(
          "process_definition_key",
          10,
          "bpmn_process_id",
          "case",
          "process_version",
          1,
          "element_id",
          "task");

  private final DSLContext database;

  StoredRows(DataSource database) {
    this.database = DSL.using(database, SQLDialect.POSTGRES);
  }

  StoredRows insert(String table, Map<String, Object> columns) {
    Map<String, Object> row = new HashMap<>(IN_AN_INSTANCE);
    row.putAll(DEFAULTS.getOrDefault(table, Map.of()));
    row.putAll(columns);
    row.keySet().retainAll(columns(table));
    database.execute(
        "insert into engine.%1$s (%2$s) select %2$s from jsonb_populate_record(null::engine.%1$s, cast(? as jsonb))"
            .formatted(table, String.join(", ", row.keySet())),
        Json.write(row));
    return this;
  }

  private Set<String> columns(String table) {
    return database
        .fetch(
            "select column_name from information_schema.columns where table_schema = 'engine' and table_name = ?",
            table)
        .intoSet(0, String.class);
  }

  void clear() {
    for (String table : DEFAULTS.keySet()) {
      database.execute("delete from engine." + table);
    }
    for (String table : new String[] {"sequence_flow", "form", "decision_requirements"}) {
      database.execute("delete from engine." + table);
    }
    database.execute("delete from engine.decision_definition");
  }
}
