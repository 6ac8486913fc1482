package city.whistle.app;

import city.whistle.engine.query.Searchable;
import city.whistle.engine.server.EmbeddedEngine;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.stuck.TasksOfInstances;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Asks the engine in this program for a hundred instances' tasks at once. */
final class EmbeddedTasks implements TasksOfInstances {

  /** So many times {@link #MAX} is the most that one search shows. */
  private static final int AT_ONCE = 100;

  private final EmbeddedEngine engine;

  EmbeddedTasks(EmbeddedEngine engine) {
    this.engine = engine;
  }

  @Override
  public Map<Long, List<OpenTask>> of(Collection<Long> instances) {
    List<Long> keys = instances.stream().distinct().toList();
    Map<Long, List<OpenTask>> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      for (Map<String, Object> item :
          search(keys.subList(from, Math.min(from + AT_ONCE, keys.size())))) {
        OpenTask task = task(item);
        List<OpenTask> its = found.computeIfAbsent(task.instance(), none -> new ArrayList<>());
        if (its.size() < MAX) {
          its.add(task);
        }
      }
    }
    return found;
  }

  private List<Map<String, Object>> search(List<Long> keys) {
    try {
      return engine
          .search(
              Searchable.USER_TASK,
              Map.of(
                  "filter",
                  Map.of("state", "CREATED", "processInstanceKey", Map.of("$in", keys)),
                  "sort",
                  List.of(Map.of("field", "creationDate")),
                  "page",
                  Map.of("limit", (long) AT_ONCE * MAX)))
          .join()
          .items();
    } catch (CompletionException e) {
      throw new EngineAway(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static OpenTask task(Map<String, Object> item) {
    return new OpenTask(
        Long.parseLong((String) item.get("userTaskKey")),
        (String) item.get("elementId"),
        (String) item.get("name"),
        (String) item.get("assignee"),
        (List<String>) item.get("candidateGroups"),
        time(item.get("creationDate")),
        time(item.get("dueDate")),
        Long.parseLong((String) item.get("processInstanceKey")));
  }

  private static OffsetDateTime time(Object text) {
    return text == null ? null : CityTime.inCity(OffsetDateTime.parse((String) text));
  }
}
