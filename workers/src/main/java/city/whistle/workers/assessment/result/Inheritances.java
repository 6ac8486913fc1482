package city.whistle.workers.assessment.result;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.organisation.UnitHistory;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Who took over whom between two months. */
@Component
public class Inheritances {

  private final UnitHistory history;

  Inheritances(UnitHistory history) {
    this.history = history;
  }

  /** From the day on which the earlier one began to that on which the later one ends. */
  public Inheritance between(Assessment earlier, Assessment later) {
    return new Inheritance(history.heirs(day(earlier.from()), day(later.until())));
  }

  private static LocalDate day(OffsetDateTime time) {
    return CityTime.inCity(time).toLocalDate();
  }
}
