package city.whistle.workers.calendar;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A month as people and programs write it, such as {@code 2026-04}; of years that a city knows. */
public final class WrittenMonth {

  private static final Pattern WRITTEN = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");

  private WrittenMonth() {}

  /** Empty for what is none, and for years that neither a file nor the database would take. */
  public static Optional<YearMonth> read(String text) {
    return WRITTEN.matcher(text).matches() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
  }
}
