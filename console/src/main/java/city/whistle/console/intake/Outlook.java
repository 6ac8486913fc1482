package city.whistle.console.intake;

import java.time.OffsetDateTime;

/**
 * What will become of the case, foretold.
 *
 * @param route of decision {@code intake-classification}; {@code away} where the engine doesn't
 *     answer
 * @param unit who will get it; null where nobody yet
 * @param settleBy null where it isn't dispatched
 * @param clear whether it goes there at once; else the dispatchers decide
 * @param line 110, 119, 120 or 122 where the caller is handed on; null else
 */
public record Outlook(
    String route, String unit, OffsetDateTime settleBy, boolean clear, String line) {

  static final Outlook AWAY = new Outlook("away", null, null, false, null);

  /** The same where the same is foretold; the minute passes. */
  public String token() {
    return "%s|%s|%s|%s".formatted(route, unit, clear, line);
  }
}
