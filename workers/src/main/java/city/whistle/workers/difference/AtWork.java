package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import city.whistle.workers.difference.EngineInventory.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The subjects that a process's running instances have in a variable, whoever called them. */
final class AtWork {

  private static final int PAGES_MAX = 200;

  private final Set<UUID> ids = new HashSet<>();
  private boolean whole = true;

  private AtWork() {}

  /**
   * @param variable whose {@code id} is the subject's
   * @param apart is shown each instance that no other called, with its subject; null where it has
   *     none, as one that was begun by hand and never got to register
   */
  static AtWork of(
      EngineInventory engine, String process, String variable, BiConsumer<Instance, UUID> apart) {
    AtWork found = new AtWork();
    String cursor = null;
    int pages = 0;
    do {
      Page page = engine.running(process, cursor);
      found.take(page.items(), engine, variable, apart);
      cursor = page.cursor();
    } while (cursor != null && ++pages < PAGES_MAX);
    found.whole = cursor == null;
    return found;
  }

  private void take(
      List<Instance> page,
      EngineInventory engine,
      String variable,
      BiConsumer<Instance, UUID> apart) {
    Map<Long, Map<String, JsonNode>> variables =
        engine.variables(page.stream().map(Instance::key).toList(), Set.of(variable));
    for (Instance instance : page) {
      JsonNode value =
          variables
              .getOrDefault(instance.key(), Map.of())
              .getOrDefault(variable, MissingNode.getInstance());
      UUID id = SubjectIds.read(value.path("id"));
      if (id != null) {
        ids.add(id);
      }
      if (!instance.called()) {
        apart.accept(instance, id);
      }
    }
  }

  boolean has(UUID id) {
    return ids.contains(id);
  }

  /** Whether every running instance was looked at: otherwise nothing can be said to be missing. */
  boolean isWhole() {
    return whole;
  }
}
