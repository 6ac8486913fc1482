package city.whistle.workers.calendar;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts a case's limits. */
@Component
public class LimitClock {

  private final CityTime time;
  private final DueDates dueDates;

  LimitClock(CityTime time, DueDates dueDates) {
    this.time = time;
    this.dueDates = dueDates;
  }

  /** Limits that all run from now. */
  public Limits fromNow(TimeLimit timeLimit) {
    return timeLimit.startingAt(time.now(), dueDates);
  }

  /**
   * Limits of the first owner: to contact and settle from the case's receipt, since the resident
   * waits from then on; to sign from now.
   */
  public Limits fromReceipt(TimeLimit timeLimit, OffsetDateTime receivedAt) {
    Limits limits = timeLimit.startingAt(receivedAt, dueDates);
    return new Limits(
        fromNow(timeLimit).signBy(), limits.contactBy(), limits.warnAt(), limits.settleBy());
  }

  /**
   * What a timeline's line says of limits: {@code settleBy}, and {@code calendar: provisional}
   * where working days count of a year whose holidays are not announced yet.
   */
  public Map<String, Object> facts(TimeLimit timeLimit, Limits limits) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("settleBy", limits.settleBy().toString());
    if (dueDates.provisional(time.now(), limits.settleBy(), timeLimit.days())) {
      facts.put("calendar", "provisional");
    }
    return facts;
  }
}
