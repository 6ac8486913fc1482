package city.whistle.workers.difference;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import city.whistle.workers.stuck.EngineView.EngineAway;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares registry and engine after the start and then every day; soon again where something was
 * too new to be told from what was just being done. Nothing waits for it.
 */
@Component
public class ComparisonRounds extends BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(ComparisonRounds.class);

  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

  /** Copies that start together, and whoever asks again and again, share one comparison. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration NEVER = Duration.ofDays(10_000);
  private static final Duration SOON = Duration.ofMinutes(5);

  private final Comparison comparison;
  private final Differences differences;
  private final EngineInventory engine;
  private final Duration interval;
  private volatile boolean begun;
  private volatile boolean away;

  ComparisonRounds(
      Comparison comparison,
      Differences differences,
      EngineInventory engine,
      WhistleProperties properties) {
    super(LOOKS_EVERY);
    this.comparison = comparison;
    this.differences = differences;
    this.engine = engine;
    this.interval = properties.compareInterval();
  }

  /** Compares as soon as the engine is there. */
  public void ask() {
    differences.want();
    wakeAll();
  }

  /** Compares where it is due. */
  public void look() {
    if (!engine.ready()) {
      return;
    }
    if (!begun) {
      differences.want();
      begun = true;
    }
    if (differences.begin(pause(), PAUSE)) {
      compare();
    }
  }

  private Duration pause() {
    if (interval.isZero()) {
      return NEVER;
    }
    return differences.last().filter(Differences.Last::soon).isPresent()
            && SOON.compareTo(interval) < 0
        ? SOON
        : interval;
  }

  private void compare() {
    try {
      Findings found = comparison.all(Differences.KEPT);
      differences.keep(found);
      tell(found);
      away = false;
    } catch (EngineAway e) {
      differences.want();
      if (!away) {
        LOG.info("registry and engine are compared later: {}", e.getMessage());
      }
      away = true;
    }
  }

  /** Numbers alone: which cases they are says the API, to who may see them. */
  private static void tell(Findings found) {
    if (found.counts().isEmpty()) {
      LOG.info("registry and engine agree");
    } else {
      LOG.warn(
          "registry and engine differ: {}; GET /api/differences says where and what mends it",
          found.counts());
    }
  }

  @Override
  public boolean isAutoStartup() {
    return !interval.isZero();
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-comparison", this::look);
  }
}
