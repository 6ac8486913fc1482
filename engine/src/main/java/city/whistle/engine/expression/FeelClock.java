package city.whistle.engine.expression;

import city.whistle.engine.clock.EngineClock;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.camunda.feel.FeelEngineClock;

/**
 * The engine's time for FEEL's now() and today(), with the zone's offset instead of its name, so
 * that now() is written as an ISO 8601 date-time that every client can read.
 */
public record FeelClock(EngineClock clock) implements FeelEngineClock {

  @Override
  public ZonedDateTime getCurrentTime() {
    Instant now = clock.instant();
    return now.atZone(clock.getZone().getRules().getOffset(now));
  }
}
