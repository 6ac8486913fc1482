package city.whistle.engine.contract.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Variables as a plain tree in which a mapping puts its value at its place: what each mapping must
 * see and leave, said in the simplest way. Durations are {@link Duration}s until they are written.
 */
final class MappedTree {

  private final Map<String, Object> members;

  MappedTree(Map<String, ?> members) {
    this.members = copy(members);
  }

  private static Map<String, Object> copy(Map<?, ?> members) {
    Map<String, Object> copy = new LinkedHashMap<>();
    members.forEach((name, member) -> copy.put((String) name, copyOf(member)));
    return copy;
  }

  private static Object copyOf(Object value) {
    return value instanceof Map<?, ?> members ? copy(members) : value;
  }

  @SuppressWarnings("unchecked")
  void put(String target, Object value) {
    String[] path = target.split("\\.");
    Map<String, Object> at = members;
    for (int i = 0; i < path.length - 1; i++) {
      if (!(at.get(path[i]) instanceof Map)) {
        at.put(path[i], new LinkedHashMap<>());
      }
      at = (Map<String, Object>) at.get(path[i]);
    }
    at.put(path[path.length - 1], copyOf(value));
  }

  /** The value at the path, null where there is none. */
  Object get(String path) {
    Object at = members;
    for (String name : path.split("\\.")) {
      at = at instanceof Map<?, ?> known ? known.get(name) : null;
    }
    return copyOf(at);
  }

  /** As variables have it: durations are text. */
  Map<String, Object> written() {
    return written(members);
  }

  private static Map<String, Object> written(Map<String, Object> members) {
    Map<String, Object> written = new LinkedHashMap<>();
    members.forEach((name, member) -> written.put(name, writtenOf(member)));
    return written;
  }

  @SuppressWarnings("unchecked")
  private static Object writtenOf(Object value) {
    if (value instanceof Map<?, ?> members) {
      return written((Map<String, Object>) members);
    }
    return value instanceof Duration duration ? duration.toString() : value;
  }
}
