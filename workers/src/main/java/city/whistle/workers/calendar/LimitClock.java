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

  /** An owner's limits: all run from its dispatch, none from what others took before. */
  public Limits fromNow(TimeLimit timeLimit) {
    return timeLimit.startingAt(time.now(), dueDates);
  }

  /** When a resident may expect the answer who was received then, whatever a dispatch takes. */
  public OffsetDateTime promised(TimeLimit timeLimit, OffsetDateTime receivedAt) {
    return timeLimit.startingAt(receivedAt, dueDates).settleBy();
  }

  /**
   * The same as {@link #facts} of limits that begin: also {@code within}, as the rule says, and for
   * the first two limits when they are and within what.
   */
  public Map<String, Object> factsOfStart(TimeLimit timeLimit, Limits limits) {
    Map<String, Object> facts = facts(timeLimit, limits);
    facts.put("within", timeLimit.settleWithin());
    facts.put("signBy", limits.signBy().toString());
    facts.put("signWithin", timeLimit.signWithin());
    facts.put("contactBy", limits.contactBy().toString());
    facts.put("contactWithin", timeLimit.contactWithin());
    return facts;
  }

  /**
   * What a timeline's line says of limits: {@code settleBy}, {@code basis} for which days count,
   * and {@code calendar: provisional} where working days count of a year whose holidays are not
   * announced yet.
   */
  public Map<String, Object> facts(TimeLimit timeLimit, Limits limits) {
    return facts(timeLimit.days(), limits);
  }

  /** As {@link #facts(TimeLimit, Limits)}, by which days count. */
  public Map<String, Object> facts(DueDates.Basis days, Limits limits) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("settleBy", limits.settleBy().toString());
    facts.put("basis", days.wireName());
    if (dueDates.provisional(time.now(), limits.settleBy(), days)) {
      facts.put("calendar", "provisional");
    }
    return facts;
  }
}
