package city.whistle.engine.store;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Log;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Table;
import city.whistle.engine.state.UserTask;
import city.whistle.engine.state.Variable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Changes state at random, in all tables, the way the engine does: what belongs to a scope ends
 * with it, history is archived, wiring is removed.
 */
public final class RandomChanges {

  private static final Instant END = Instant.ofEpochMilli(1_900_000_000_123L);
  private static final Map<Class<?>, Map<String, Object>> ENDS =
      Map.of(
          ProcessInstance.class,
          Map.of("state", ProcessInstance.State.COMPLETED, "endedAt", END),
          ElementInstance.class,
          Map.of("state", ElementInstance.State.TERMINATED, "endedAt", END),
          Job.class,
          Map.of("state", Job.State.CANCELED, "endedAt", END),
          UserTask.class,
          Map.of("state", UserTask.State.COMPLETED, "endedAt", END),
          Incident.class,
          Map.of("state", Incident.State.RESOLVED, "resolvedAt", END),
          MessageSubscription.class,
          Map.of("state", MessageSubscription.State.DELETED));

  private final State state;
  private final Random random;
  private final RandomRows rows;

  public RandomChanges(State state, KeyGenerator keys, Random random) {
    this.state = state;
    this.random = random;
    this.rows = new RandomRows(random, keys);
  }

  /** Makes one change, and what must go with it. */
  public void change() {
    int tables = state.tables().size();
    int choice = random.nextInt(tables + state.logs().size());
    if (choice < tables) {
      change(state.tables().get(choice));
    } else {
      append(state.logs().get(choice - tables));
    }
  }

  private <R extends Row> void append(Log<R> log) {
    log.append(rows.row(log.rowType(), Map.of()));
  }

  private <R extends Row> void change(Table<R> table) {
    Optional<R> row = any(table.all());
    int choice = random.nextInt(10);
    if (row.isEmpty() || choice < 4) {
      place(table).ifPresent(fixed -> table.put(rows.row(table.rowType(), fixed)));
    } else if (choice < 7) {
      table.put(changed(table, row.get(), Map.of("endedAt", NOT_ENDED, "resolvedAt", NOT_ENDED)));
    } else if (choice < 8 && row.get() instanceof Job job) {
      state.jobs.hold(job.lockedBy("worker", END));
    } else {
      end(table, row.get());
    }
  }

  private static final Object NOT_ENDED = new Object();

  private <R extends Row> R changed(Table<R> table, R row, Map<String, Object> change) {
    Map<String, Object> fixed = placeOf(row);
    change.forEach((name, value) -> fixed.put(name, value == NOT_ENDED ? null : value));
    return rows.changed(row, table.rowType(), fixed);
  }

  private <R extends Row> void end(Table<R> table, R row) {
    if (row instanceof ProcessInstance) {
      elements(row.key()).forEach(e -> end(state.elementInstances, e));
      ofInstance(state.jobs, row.key()).forEach(r -> end(state.jobs, r));
      ofInstance(state.userTasks, row.key()).forEach(r -> end(state.userTasks, r));
      ofInstance(state.incidents, row.key()).forEach(r -> end(state.incidents, r));
    } else if (row instanceof ElementInstance) {
      state.variablesByScope.list(row.key()).forEach(v -> state.variables.archive(v));
    }
    Map<String, Object> end = ENDS.get(table.rowType());
    if (end != null) {
      table.archive(changed(table, row, end));
    } else if (row instanceof Variable) {
      table.put(row);
    } else {
      table.remove(row.key());
    }
  }

  private List<ElementInstance> elements(long instance) {
    return ofInstance(state.elementInstances, instance);
  }

  private static <R extends Row> List<R> ofInstance(Table<R> table, long instance) {
    return table.all().stream()
        .filter(r -> Long.valueOf(instance).equals(placeOf(r).get("processInstanceKey")))
        .toList();
  }

  /** Where a new row of the table goes; empty where there is no place for it yet. */
  private Optional<Map<String, Object>> place(Table<?> table) {
    Map<String, Object> open = new HashMap<>();
    open.put("endedAt", null);
    open.put("resolvedAt", null);
    open.put("deadline", null);
    if (table == state.processInstances) {
      open.put("state", ProcessInstance.State.ACTIVE);
    } else if (table == state.messageSubscriptions) {
      open.put("state", MessageSubscription.State.CREATED);
    } else if (table == state.variables) {
      return any(state.elementInstances.all())
          .map(
              e -> {
                open.put("scopeKey", e.key());
                open.put("processInstanceKey", e.processInstanceKey());
                return open;
              });
    } else if (ENDS.containsKey(table.rowType())) {
      return any(state.processInstances.all())
          .map(
              i -> {
                open.put("processInstanceKey", i.key());
                return open;
              });
    }
    return Optional.of(open);
  }

  private static Map<String, Object> placeOf(Row row) {
    Map<String, Object> place = new HashMap<>();
    place.put("deadline", null);
    Arrays.stream(row.getClass().getRecordComponents())
        .filter(c -> List.of("processInstanceKey", "scopeKey", "state").contains(c.getName()))
        .forEach(
            c -> {
              try {
                var accessor = c.getAccessor();
                accessor.setAccessible(true);
                place.put(c.getName(), accessor.invoke(row));
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            });
    return place;
  }

  private <T> Optional<T> any(Collection<T> values) {
    return values.isEmpty()
        ? Optional.empty()
        : values.stream().skip(random.nextInt(values.size())).findFirst();
  }
}
