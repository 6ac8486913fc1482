package city.whistle.engine.query;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.json.Json;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A store with three instances, one of which calls another, for tests of what searches show of
 * them.
 */
abstract class StoredInstances {

  private static HikariDataSource source;
  static Database database;
  static StoredRows rows;

  @BeforeAll
  static void open() {
    source = TestDatabase.migrated();
    rows = new StoredRows(source);
    database = new Database(DSL.using(source, SQLDialect.POSTGRES));
  }

  @AfterAll
  static void close() {
    source.close();
  }

  /** Instance 100 calls 200 in its call activity 103; 300 is another. */
  @BeforeEach
  void insertInstances() {
    rows.clear();
    rows.insert("process_definition", Map.of("key", 10, "name", "Case", "version_tag", "v"))
        .insert("process_definition", Map.of("key", 11, "version", 2))
        .insert("process_instance", Map.of("key", 100, "tags", List.of("city", "water")))
        .insert(
            "process_instance",
            Map.of(
                "key", 200,
                "parent_process_instance_key", 100,
                "parent_element_instance_key", 103,
                "root_process_instance_key", 100))
        .insert(
            "process_instance",
            Map.of(
                "key",
                300,
                "process_definition_key",
                11,
                "version",
                2,
                "state",
                "COMPLETED",
                "tags",
                List.of("city"),
                "ended_at",
                "2026-01-01T01:00:00Z"));
    element(100, 100, Map.of("type", "PROCESS", "element_id", "case"));
    element(102, 100, Map.of("scope_key", 100, "element_id", "ask", "state", "COMPLETING"));
    element(103, 100, Map.of("scope_key", 100, "element_id", "call", "type", "CALL_ACTIVITY"));
    element(200, 200, Map.of("type", "PROCESS", "element_id", "case"));
    element(202, 200, Map.of("scope_key", 200, "element_id", "ask"));
  }

  static void element(long key, long instance, Map<String, Object> columns) {
    Map<String, Object> row = new HashMap<>(columns);
    row.put("key", key);
    row.put("process_instance_key", instance);
    rows.insert("element_instance", row);
  }

  static void variable(long key, long scope, String name, String value) {
    rows.insert(
        "variable",
        Map.of(
            "key",
            key,
            "process_instance_key",
            100,
            "scope_key",
            scope,
            "name",
            name,
            "value",
            value));
  }

  static void incident(long key, long instance, long element, String state) {
    rows.insert(
        "incident",
        Map.of(
            "key", key,
            "process_instance_key", instance,
            "element_instance_key", element,
            "error_message", "no pump",
            "state", state));
  }

  static List<Object> search(Searchable what, String attribute, String filter) {
    return shown(database.search(what, request("{\"filter\":" + filter + "}")), attribute);
  }

  static List<Object> shown(Found found, String attribute) {
    return found.items().stream().map(item -> item.get(attribute)).toList();
  }

  static List<Object> instances(String filter) {
    return search(Searchable.PROCESS_INSTANCE, "processInstanceKey", filter);
  }

  static List<Object> elements(String filter) {
    return search(Searchable.ELEMENT_INSTANCE, "elementInstanceKey", filter);
  }

  @SuppressWarnings("unchecked")
  static SearchRequest request(String json) {
    return SearchRequest.of((Map<String, Object>) Json.parse(json));
  }
}
