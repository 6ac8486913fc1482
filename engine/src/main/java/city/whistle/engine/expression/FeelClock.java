package city.whistle.engine.expression;

import city.whistle.engine.clock.EngineClock;
import java.time.ZonedDateTime;
import org.camunda.feel.FeelEngineClock;

/** The engine's time, in its time zone, for FEEL's now() and today(). */
public record FeelClock(EngineClock clock) implements FeelEngineClock {

  @Override
  public ZonedDateTime getCurrentTime() {
    return clock.instant().atZone(clock.getZone());
  }
}
