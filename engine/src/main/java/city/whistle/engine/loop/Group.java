package city.whistle.engine.loop;

import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.NetChanges;
import java.util.List;

/**
 * Commands that are committed together.
 *
 * @param lastKey the last key that was given out by their end
 */
record Group(List<Outcome> outcomes, NetChanges changes, long lastKey) {

  List<Task<?>> tasks() {
    return outcomes.stream().<Task<?>>map(Outcome::task).toList();
  }

  List<Effect> effects() {
    return outcomes.stream().flatMap(outcome -> outcome.effects().stream()).toList();
  }
}
