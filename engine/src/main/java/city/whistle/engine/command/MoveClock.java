package city.whistle.engine.command;

import java.time.Duration;
import java.time.Instant;

/** Changes the engine's clock and fires what is due by then, before it answers. */
public sealed interface MoveClock extends Command<ClockMoved> {

  record By(Duration duration) implements MoveClock {}

  record To(Instant instant) implements MoveClock {}

  record Reset() implements MoveClock {}
}
