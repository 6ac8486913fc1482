package city.whistle.workers.lane;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** In which stretches of the calendar something is to be done once. */
public enum Every {
  DAY,
  /** From Monday on. */
  WEEK,
  MONTH,
  QUARTER;

  /** The first day of the stretch in which this day lies. */
  public LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
    };
  }

  /** The first day of the stretch after the one that begins on this day. */
  public LocalDate next(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
    };
  }

  /** The first day of the stretch so many before. */
  public LocalDate back(LocalDate first, int stretches) {
    return switch (this) {
      case DAY -> first.minusDays(stretches);
      case WEEK -> first.minusWeeks(stretches);
      case MONTH -> first.minusMonths(stretches);
      case QUARTER -> first.minusMonths(3L * stretches);
    };
  }
}
