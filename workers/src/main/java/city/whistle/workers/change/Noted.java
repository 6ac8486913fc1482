package city.whistle.workers.change;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What changed and wasn't told yet; where it becomes too much, that much changed. */
class Noted {

  /** As many ids as a notification of PostgreSQL has room for: 8,000 bytes. */
  static final int MAX = 200;

  private final Set<UUID> subjects = new HashSet<>();
  private boolean more;

  synchronized void add(UUID subject) {
    if (subjects.size() < MAX) {
      subjects.add(subject);
    } else if (!subjects.contains(subject)) {
      more = true;
    }
  }

  /** Takes all. */
  synchronized Changed take() {
    Changed taken = new Changed(Set.copyOf(subjects), more);
    subjects.clear();
    more = false;
    return taken;
  }

  synchronized boolean isEmpty() {
    return subjects.isEmpty() && !more;
  }

  /** Puts back what couldn't be told. */
  synchronized void back(Changed untold) {
    untold.subjects().forEach(this::add);
    more |= untold.perhapsMore();
  }
}
