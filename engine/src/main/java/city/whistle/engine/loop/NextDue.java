package city.whistle.engine.loop;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.TriggerDue;
import city.whistle.engine.state.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells when something is due by the engine's clock. Writer thread only. */
final class NextDue {

  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(1);

  /** After an attempt that left due what was due: something is wrong with it, others go first. */
  private static final long REST = TimeUnit.SECONDS.toNanos(1);

  private final State state;
  private final EngineClock clock;
  private long restUntil = System.nanoTime();

  NextDue(State state, EngineClock clock) {
    this.state = state;
    this.clock = clock;
  }

  boolean isNow() {
    return nanosToWait() == 0;
  }

  /** How long, in real time, nothing needs to be done; at most a minute. */
  long nanosToWait() {
    Optional<Duration> remaining = state.nextDue().flatMap(clock::remaining);
    if (remaining.isEmpty() || remaining.get().toMinutes() > 0) {
      return LONGEST_WAIT;
    }
    boolean later = !remaining.get().isNegative() && !remaining.get().isZero();
    return later ? remaining.get().toNanos() : Math.max(0, restUntil - System.nanoTime());
  }

  /** Takes note of how an attempt ended. */
  void attempted(Outcome outcome) {
    if (isNow() && !leftMore(outcome)) {
      rest();
    }
  }

  void rest() {
    restUntil = System.nanoTime() + REST;
  }

  private static boolean leftMore(Outcome outcome) {
    return outcome instanceof Outcome.Done<?> done
        && done.processed().answer() instanceof TriggerDue.Triggered triggered
        && triggered.more();
  }
}
