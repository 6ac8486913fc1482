package city.whistle.console.live;

import city.whistle.workers.background.RecurringTask;
import city.whistle.workers.change.Changed;
import city.whistle.workers.change.Concerned;
import city.whistle.workers.change.RegistryChanges;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open pages that hear of changes: so many for a person, so many in all, and one thread that
 * tells them. A page that finds no room looks for itself every half minute.
 */
@Component
class LivePages implements SmartLifecycle {

  static final int OF_A_PERSON_MAX = 6;
  static final int MAX = 2000;

  /** More at once than this is told to all. */
  private static final int NOTED_MAX = 1000;

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Concerned concerned;
  private final Clock clock;
  private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();
  private final Set<UUID> changed = new HashSet<>();
  private final RecurringTask task = new RecurringTask("live-pages", this::round, INTERVAL);
  private boolean all;

  LivePages(RegistryChanges changes, Concerned concerned, Clock clock) {
    this.concerned = concerned;
    this.clock = clock;
    changes.listen(this::note);
  }

  /** False where there is no room. */
  synchronized boolean add(LivePage page) {
    long his = pages.stream().filter(one -> one.person().equals(page.person())).count();
    return his < OF_A_PERSON_MAX && pages.size() < MAX && pages.add(page);
  }

  void remove(LivePage page) {
    pages.remove(page);
  }

  int size() {
    return pages.size();
  }

  private synchronized void note(Changed told) {
    if (pages.isEmpty()) {
      return;
    }
    changed.addAll(told.subjects());
    all |= told.perhapsMore() || changed.size() > NOTED_MAX;
  }

  private void round() {
    mark(take());
    for (LivePage page : pages) {
      if (!page.tell(clock.instant())) {
        remove(page);
        page.end();
      }
    }
  }

  private synchronized Changed take() {
    Changed taken = new Changed(Set.copyOf(changed), all);
    changed.clear();
    all = false;
    return taken;
  }

  private void mark(Changed told) {
    if (told.subjects().isEmpty() && !told.perhapsMore()) {
      return;
    }
    boolean lists = pages.stream().anyMatch(page -> page.watched() instanceof Watched.Lists);
    Set<String> units = lists && !told.perhapsMore() ? concerned.units(told.subjects()) : Set.of();
    pages.stream().filter(page -> isOf(page.watched(), told, units)).forEach(LivePage::changed);
  }

  private static boolean isOf(Watched watched, Changed told, Set<String> units) {
    if (told.perhapsMore()) {
      return true;
    }
    return watched instanceof Watched.Subject subject
        ? told.subjects().contains(subject.id())
        : ((Watched.Lists) watched).isOf(units);
  }

  @Override
  public void start() {
    task.start();
  }

  /** Before the web server, which waits for open answers. */
  @Override
  public void stop() {
    task.stop();
    pages.forEach(LivePage::end);
    pages.clear();
  }

  @Override
  public boolean isRunning() {
    return task.isRunning();
  }
}
