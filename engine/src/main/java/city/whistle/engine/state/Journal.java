package city.whistle.engine.state;

import java.util.ArrayList;
import java.util.List;

/** Every change of state since the store took the last ones, in order; the only way back. */
public final class Journal {

  private final List<Change<?>> changes = new ArrayList<>();
  private long weight;

  void add(Change<?> change) {
    changes.add(change);
    weight += change.weight();
  }

  /** A place to which {@link #undoTo} can go back, until the next {@link #drain}. */
  public int mark() {
    return changes.size();
  }

  /** Undoes everything that was changed after the mark, last first. */
  public void undoTo(int mark) {
    for (int i = changes.size() - 1; i >= mark; i--) {
      Change<?> change = changes.remove(i);
      weight -= change.weight();
      change.undo();
    }
  }

  /** How much waits for the store: a change counts 1, and 1 more for each KB in it. */
  public long weight() {
    return weight;
  }

  /** Hands over the net effect of all changes and begins anew. */
  public NetChanges drain() {
    NetChanges net = NetChanges.of(changes);
    changes.clear();
    weight = 0;
    return net;
  }
}
