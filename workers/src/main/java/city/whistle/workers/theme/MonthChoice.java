package city.whistle.workers.theme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Which months people may begin a theme for: this one and the next, while it has no theme. */
final class MonthChoice {

  private MonthChoice() {}

  /**
   * Why not: {@code over}, {@code early}, {@code closed} or {@code chosen}; empty where they may.
   *
   * @param theme the month's, if it has one
   */
  static Optional<String> refusal(YearMonth month, LocalDate today, Optional<Theme> theme) {
    YearMonth now = YearMonth.from(today);
    if (month.isBefore(now)) {
      return Optional.of("over");
    }
    if (month.isAfter(now.plusMonths(1))) {
      return Optional.of("early");
    }
    return theme
        .filter(known -> known.isClosed() || known.isChosen())
        .map(known -> known.isClosed() ? "closed" : "chosen");
  }
}
