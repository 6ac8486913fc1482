package city.whistle.workers.assessment.policy;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All sets, and what follows from their dates. */
public record PolicySets(List<Policy> sets) {

  public PolicySets {
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("the assessment needs a policy");
    }
    sets = sets.stream().sorted(Comparator.comparing(Policy::validFrom)).toList();
  }

  /**
   * The set that a month is counted by: the last that is valid on its first calendar day; the first
   * of all for months before it.
   */
  public Policy of(YearMonth month) {
    return sets.stream()
        .filter(set -> !set.validFrom().isAfter(month.atDay(1)))
        .reduce((earlier, later) -> later)
        .orElse(sets.get(0));
  }

  /**
   * The one function that turns a month into an interval. A month ends where the next one begins,
   * by that one's rule, so none overlap and nothing falls between, whatever changes.
   */
  public Period period(YearMonth month) {
    YearMonth next = month.plusMonths(1);
    return new Period(month, of(month).period().begin(month), of(next).period().begin(next));
  }

  /** The month in whose period the moment lies. */
  public YearMonth monthOf(OffsetDateTime time) {
    YearMonth calendarMonth = YearMonth.from(time.atZoneSameInstant(CityTime.ZONE));
    return Stream.of(calendarMonth, calendarMonth.plusMonths(1))
        .filter(month -> period(month).contains(time))
        .findFirst()
        .orElseGet(() -> calendarMonth.minusMonths(1));
  }
}
