package city.whistle.workers.request;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time in a request: ISO 8601 with an offset that a place on earth has, in years that a city's
 * records know. Others are mistakes, and some of them no database keeps.
 */
public final class RequestTime {

  /** What would be right, for where a text is none. */
  public static final String WANTED =
      "must be a time with offset such as 2026-03-28T09:30:00+08:00, from 1900 to 2199";

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);
  private static final ZoneOffset EAST = ZoneOffset.ofHours(14);

  private RequestTime() {}

  public static Optional<OffsetDateTime> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text)).filter(RequestTime::isKnown);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(OffsetDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    return time.getYear() >= FIRST_YEAR
        && time.getYear() <= LAST_YEAR
        && seconds >= WEST.getTotalSeconds()
        && seconds <= EAST.getTotalSeconds();
  }
}
