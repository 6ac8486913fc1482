package city.whistle.workers.suspension;

import city.whistle.workers.calendar.Limits;
import java.time.Duration;

/**
 * A suspension that has ended.
 *
 * @param limits as they run now
 * @param rest counted time that was left to settle the case; zero where its limit had passed
 */
public record Resumed(Limits limits, Duration rest) {}
