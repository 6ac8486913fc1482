package city.whistle.workers;

import city.whistle.workers.difference.EngineInventory;
import city.whistle.workers.stuck.EngineView.EngineAway;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stands for what an engine has: every key that is asked for runs, unless it is said otherwise. */
public class EngineStock implements EngineInventory {

  public static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00+08:00");

  private final Map<Long, Instance> said = new HashMap<>();
  private final Set<Long> lost = new java.util.HashSet<>();
  private final Map<String, List<Instance>> running = new LinkedHashMap<>();
  private final Map<Long, Map<String, JsonNode>> variables = new HashMap<>();
  private final List<GroupTask> tasks = new ArrayList<>();
  private Optional<OffsetDateTime> oldest = Optional.of(LONG_AGO);
  private boolean up = true;
  private Runnable beforeAnswer = () -> {};

  /** Forgets what was said. */
  public void reset() {
    said.clear();
    lost.clear();
    running.clear();
    variables.clear();
    tasks.clear();
    oldest = Optional.of(LONG_AGO);
    up = true;
    beforeAnswer = () -> {};
  }

  public void goDown() {
    up = false;
  }

  public void lose(long key) {
    lost.add(key);
  }

  /** It knows nothing from before. */
  public void oldest(OffsetDateTime began) {
    oldest = Optional.ofNullable(began);
  }

  public void say(Instance instance) {
    said.put(instance.key(), instance);
  }

  /** One that runs, with a variable. */
  public void run(String process, Instance instance, String variable, JsonNode value) {
    say(instance);
    running.computeIfAbsent(process, none -> new ArrayList<>()).add(instance);
    variables.put(instance.key(), Map.of(variable, value));
  }

  public void task(GroupTask task) {
    tasks.add(task);
  }

  /** Happens while the engine is being asked. */
  public void meanwhile(Runnable happens) {
    beforeAnswer = happens;
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public Map<Long, Instance> find(Collection<Long> keys) {
    if (!up) {
      throw new EngineAway(new IllegalStateException("the engine is down"));
    }
    beforeAnswer.run();
    return keys.stream()
        .distinct()
        .filter(key -> !lost.contains(key))
        .map(
            key ->
                said.getOrDefault(key, new Instance(key, false, Set.of(), LONG_AGO, null, false)))
        .collect(Collectors.toUnmodifiableMap(Instance::key, Function.identity()));
  }

  @Override
  public Page running(String process, String cursor) {
    return new Page(List.copyOf(running.getOrDefault(process, List.of())), null);
  }

  @Override
  public Map<Long, Map<String, JsonNode>> variables(Collection<Long> instances, Set<String> names) {
    return instances.stream()
        .filter(variables::containsKey)
        .collect(Collectors.toMap(key -> key, variables::get));
  }

  @Override
  public Optional<OffsetDateTime> oldest() {
    return oldest;
  }

  @Override
  public List<GroupTask> tasksOf(Collection<String> groups, int max) {
    return tasks.stream()
        .filter(task -> task.groups().stream().anyMatch(groups::contains))
        .toList();
  }
}
