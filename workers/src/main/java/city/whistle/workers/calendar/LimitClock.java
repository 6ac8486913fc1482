package city.whistle.workers.calendar;

import java.time.OffsetDateTime;
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
}
