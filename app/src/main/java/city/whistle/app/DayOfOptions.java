package city.whistle.app;

import city.whistle.app.Options.DayOptions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the options of {@code day}. */
final class DayOfOptions {

  /** The first and the last day of which the calendar knows, and enough after it. */
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

  private DayOfOptions() {}

  static DayOptions with(DayOptions day, String option, String text) {
    return switch (option) {
      case "--date" -> new DayOptions(Optional.of(date(text)), day.share(), day.seed());
      case "--share" -> new DayOptions(day.date(), share(text), day.seed());
      default -> new DayOptions(day.date(), day.share(), seed(text));
    };
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return date;
      }
    } catch (DateTimeParseException notADay) {
      // told below, like a day out of range
    }
    throw Refusal.misused(
        "--date needs a day from %s to %s, not '%s'.".formatted(FIRST, LAST, text));
  }

  private static double share(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw Refusal.misused("--share needs a number above 0, at most 1, not '%s'.".formatted(text));
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.misused("--seed needs a whole number, not '%s'.".formatted(text));
    }
  }
}
