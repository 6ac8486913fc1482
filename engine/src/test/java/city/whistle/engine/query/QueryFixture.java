package city.whistle.engine.query;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.json.Json;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A store with rows of a test's own, and searches in it. */
final class QueryFixture implements AutoCloseable {

  private final HikariDataSource source = TestDatabase.migrated();
  final StoredRows rows = new StoredRows(source);
  final Database database = new Database(DSL.using(source, SQLDialect.POSTGRES));

  /** An element of an instance; the process itself has the key of its instance. */
  void element(long key, long instance, Long scope, String type) {
    Map<String, Object> row = new HashMap<>();
    row.put("key", key);
    row.put("process_instance_key", instance);
    row.put("scope_key", scope);
    row.put("type", type);
    rows.insert("element_instance", row);
  }

  void incident(long key, long instance, long element, String message) {
    rows.insert(
        "incident",
        Map.of(
            "key", key,
            "process_instance_key", instance,
            "element_instance_key", element,
            "error_message", message,
            "error_hash", message.hashCode()));
  }

  void variable(long key, long instance, long scope, String name, String value) {
    rows.insert(
        "variable",
        Map.of(
            "key", key,
            "process_instance_key", instance,
            "scope_key", scope,
            "name", name,
            "value", value));
  }

  @SuppressWarnings("unchecked")
  Found search(Searchable what, String json) {
    return database.search(what, SearchRequest.of((Map<String, Object>) Json.parse(json)));
  }

  /** The keys that a filter finds. */
  List<Object> keys(Searchable what, String filter) {
    return search(what, "{\"filter\":" + filter + "}").items().stream()
        .map(item -> item.get(what.resource().key().name()))
        .toList();
  }

  @Override
  public void close() {
    source.close();
  }
}
