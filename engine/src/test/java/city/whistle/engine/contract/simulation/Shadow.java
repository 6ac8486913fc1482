package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Relation;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Table;
import city.whistle.engine.state.UserTask;
import city.whistle.engine.state.Variable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a store would have, made from the net changes alone. */
final class Shadow {

  private final Map<String, Map<Long, Row>> rows = new HashMap<>();

  void apply(NetChanges changes) {
    for (NetChanges.OfRelation<?> net : changes.relations()) {
      Map<Long, Row> known = of(net.relation());
      net.inserts().forEach(row -> assertThat(known.put(row.key(), row)).as("insert").isNull());
      net.updates().forEach(row -> assertThat(known.put(row.key(), row)).as("update").isNotNull());
      net.deletes().forEach(key -> assertThat(known.remove(key)).as("delete").isNotNull());
    }
    changes.relations().forEach(net -> of(net.relation()).values().removeIf(row -> !isOpen(row)));
    variables().removeIf(row -> !isOpen(row));
  }

  /** They leave with their scope, whether or not they changed themselves. */
  private Collection<Row> variables() {
    return rows.getOrDefault("variable", Map.of()).values();
  }

  private Map<Long, Row> of(Relation<?> relation) {
    return rows.computeIfAbsent(relation.name(), name -> new HashMap<>());
  }

  /** Memory has just what would be loaded after a restart. */
  void assertEquals(State state) {
    for (Table<?> table : state.tables()) {
      Map<Long, Row> open = of(table);
      if (table.all().size() != open.size()
          || !byKey(table.all().stream()).equals(byKey(open.values().stream()))) {
        assertThat(byKey(table.all().stream()))
            .as("rows of %s in memory and in the store", table.name())
            .isEqualTo(byKey(open.values().stream()));
      }
    }
  }

  private static Map<Long, Row> byKey(Stream<? extends Row> rows) {
    return rows.collect(Collectors.toMap(Row::key, Shadow::asStored));
  }

  private static Row asStored(Row row) {
    return row instanceof Job job ? job.lockedBy(null, null) : row;
  }

  private boolean isOpen(Row row) {
    if (row instanceof ProcessInstance instance) {
      return instance.endedAt() == null;
    }
    if (row instanceof ElementInstance instance) {
      return instance.endedAt() == null;
    }
    if (row instanceof Job job) {
      return job.endedAt() == null;
    }
    if (row instanceof UserTask task) {
      return task.endedAt() == null;
    }
    if (row instanceof Incident incident) {
      return incident.resolvedAt() == null;
    }
    if (row instanceof MessageSubscription subscription) {
      return subscription.state() == MessageSubscription.State.CREATED;
    }
    return !(row instanceof Variable variable) || isScopeOpen(variable);
  }

  private boolean isScopeOpen(Variable variable) {
    Row scope = rows.get("element_instance").get(variable.scopeKey());
    return scope instanceof ElementInstance instance && instance.endedAt() == null;
  }
}
