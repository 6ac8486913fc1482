package city.whistle.engine.expression;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValTime;

/**
 * Dates, times and durations as variables: ISO 8601, a date-time's zone after it in brackets, as
 * Camunda writes them, its clients read them and {@code date and time(..)} does. FEEL's own text
 * has {@code @zone} instead, which nothing else reads, and leaves out fractions of a second.
 */
final class TemporalText {

  private TemporalText() {}

  static String of(Val value) {
    if (value instanceof ValDateTime dateTime) {
      return DateTimeFormatter.ISO_ZONED_DATE_TIME.format(dateTime.value());
    }
    if (value instanceof ValTime time) {
      return DateTimeFormatter.ISO_OFFSET_TIME.format(time.value().toOffsetTime());
    }
    if (value instanceof ValDayTimeDuration duration && hasFraction(duration.value())) {
      return duration.value().toString();
    }
    return value.toString();
  }

  private static boolean hasFraction(Duration duration) {
    return duration.getNano() != 0;
  }
}
