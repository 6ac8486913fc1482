package city.whistle.engine.loop;

import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Store;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** State as a whole: loaded from the store, or emptied together with it. Writer thread only. */
final class Memory {

  private final State state;
  private final KeyGenerator keys;
  private final CommandProcessor processor;
  private final Store store;
  private final Set<Long> unstorable = new HashSet<>();

  Memory(State state, KeyGenerator keys, CommandProcessor processor, Store store) {
    this.state = state;
    this.keys = keys;
    this.processor = processor;
    this.store = store;
  }

  /** These steps lead to what can't be stored: they rest until the engine starts anew. */
  void leave(ContinueSteps steps) {
    unstorable.add(steps.continuationKey());
  }

  /**
   * @return what is better done before it is needed, on any thread
   */
  List<Runnable> load() throws SQLException {
    state.clear();
    store.load(state, keys);
    processor.afterLoad();
    return processor.preparationsAfterLoad();
  }

  /** Empties the store, then memory; keys still go on. */
  void purge() throws SQLException {
    store.clear(keys.last());
    state.clear();
    processor.afterLoad();
  }

  /** What an earlier life of the engine left to go on with. */
  List<Task<?>> continuations() {
    return state.continuations.all().stream()
        .filter(left -> !unstorable.contains(left.key()))
        .<Task<?>>map(left -> Task.of(new ContinueSteps(left.key())))
        .toList();
  }

  Set<String> typesOfActivatableJobs() {
    return state.jobs.all().stream()
        .filter(Job::isActivatable)
        .map(Job::type)
        .collect(Collectors.toSet());
  }
}
