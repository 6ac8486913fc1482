package city.whistle.console.supervision;

import city.whistle.console.layout.Problems;
import city.whistle.workers.request.StorableText;

/** The reason that every action needs. */
final class ActionForm {

  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  private ActionForm() {}

  static Problems check(String reason) {
    int length = reason.strip().length();
    return length >= REASON_MIN && length <= REASON_MAX && StorableText.holds(reason)
        ? Problems.none()
        : Problems.none().add("reason", "intervene.reason.wrong", REASON_MIN, REASON_MAX);
  }
}
