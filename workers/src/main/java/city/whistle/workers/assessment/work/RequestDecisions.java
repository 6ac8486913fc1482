package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.RequestVariable;
import city.whistle.workers.fact.CaseExclusions;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided on a unit's exclusion request or appeal, leaves the case out where it was
 * granted, and tells the unit.
 */
@Component
class RequestDecisions {

  private final AskedForStore requests;
  private final CaseExclusions exclusions;
  private final RequestVariable.Maker variables;
  private final Notifications notifications;
  private final Timeline timeline;

  RequestDecisions(
      AskedForStore requests,
      CaseExclusions exclusions,
      RequestVariable.Maker variables,
      Notifications notifications,
      Timeline timeline) {
    this.requests = requests;
    this.exclusions = exclusions;
    this.variables = variables;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  /** What was decided before, by people or by rule, stays. */
  void decide(AskedFor asked, boolean granted, String note) {
    if (requests.decide(asked.id(), granted ? State.GRANTED : State.REFUSED, note) && granted) {
      exclusions.add(asked.caseId(), asked.ground(), false);
    }
  }

  /**
   * Tells how the request ended.
   *
   * @param step what the timeline calls it
   */
  RequestVariable tell(AskedFor asked, NotificationKind kind, String step) {
    AskedFor decided = requests.get(asked.id());
    String result = decided.state().wireName();
    notifications.add(
        Notification.toUnit(asked.caseId(), asked.unitCode(), kind, Map.of("result", result)));
    timeline.append(
        asked.caseId(),
        "system",
        step,
        result,
        Map.of("month", asked.month().toString(), "unit", asked.unitCode()));
    return variables.of(decided);
  }
}
