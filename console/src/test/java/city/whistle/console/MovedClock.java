package city.whistle.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, and what a test let pass beside it. */
public class MovedClock extends Clock {

  private volatile Duration passed = Duration.ZERO;

  public void pass(Duration time) {
    passed = passed.plus(time);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(passed);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
