package city.whistle.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The engine's only source of time. It follows a base clock, moved by an offset, or stands still at
 * a pinned instant. Moving it never fires timers by itself: the command that moves it does.
 */
public final class EngineClock extends Clock {

  private record Setting(Duration offset, Instant pinned) {}

  private static final Setting REAL = new Setting(Duration.ZERO, null);

  private final Clock base;
  private volatile Setting setting = REAL;

  public EngineClock(Clock base) {
    this.base = base;
  }

  /** In whole milliseconds, so that the store gives times back as they were. */
  @Override
  public Instant instant() {
    Setting now = setting;
    Instant exact = now.pinned != null ? now.pinned : base.instant().plus(now.offset);
    return exact.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * How long until this clock shows the instant if nobody moves it, zero or less where it is past;
   * empty where the clock stands still before it.
   */
  public Optional<Duration> remaining(Instant instant) {
    Duration remaining = Duration.between(instant(), instant);
    boolean never = setting.pinned != null && !remaining.isNegative() && !remaining.isZero();
    return never ? Optional.empty() : Optional.of(remaining);
  }

  /**
   * Moves the clock forward, or back where the duration is negative; a pinned clock stays pinned.
   */
  public synchronized void moveBy(Duration duration) {
    Setting now = setting;
    setting =
        now.pinned != null
            ? new Setting(Duration.ZERO, now.pinned.plus(duration))
            : new Setting(now.offset.plus(duration), null);
  }

  /** Lets the clock stand still at the given instant until it is moved, pinned anew or reset. */
  public synchronized void pinTo(Instant instant) {
    setting = new Setting(Duration.ZERO, instant);
  }

  /** Follows the base clock again, without offset. */
  public synchronized void reset() {
    setting = REAL;
  }

  /** How far this clock is ahead of its base, zero for a clock nobody moved. */
  public Duration offset() {
    Setting now = setting;
    return now.pinned != null ? Duration.between(base.instant(), now.pinned) : now.offset;
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new EngineClock(base.withZone(zone));
  }
}
