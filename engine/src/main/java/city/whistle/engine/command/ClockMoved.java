package city.whistle.engine.command;

import java.time.Instant;

/** What the clock shows now. */
public record ClockMoved(Instant now) {}
