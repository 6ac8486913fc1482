package city.whistle.workers.api;

import city.whistle.workers.background.BackgroundWork;
import city.whistle.workers.difference.Differences;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Knows in how many places registry and engine differ. It looks by itself, so that those who ask,
 * whoever and however many they are, cost the database nothing.
 */
@Component
class DifferenceCount extends BackgroundWork {

  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private final Differences differences;
  private volatile Integer number;

  DifferenceCount(Differences differences) {
    super(INTERVAL);
    this.differences = differences;
  }

  /** As it was at the last look; null where nothing was compared yet. */
  Integer number() {
    return number;
  }

  void look() {
    number = differences.number().orElse(null);
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-difference-count", this::look);
  }
}
