package city.whistle.app.example;

import io.camunda.client.api.search.filter.UserTaskFilter;
import java.util.List;

/**
 * What staff work on: a case, or a whistle without one.
 *
 * @param number what people know it by
 * @param caseId null for a whistle without a case
 */
record Matter(String number, String caseId) {

  /** The tag that its process instance carries unless the hotline started that itself. */
  String tag() {
    return (isWhistle() ? "whistle:" : "case:") + number;
  }

  boolean isWhistle() {
    return caseId == null;
  }

  /** Leaves the tasks of this case or whistle, in its process and in those that it calls. */
  void narrow(UserTaskFilter tasks) {
    tasks.processInstanceVariables(
        List.of(
            variable -> {
              variable.name(isWhistle() ? "whistle" : "caseId");
              variable.value(
                  value -> {
                    if (isWhistle()) {
                      value.like("*\"" + number + "\"*");
                    } else {
                      value.eq("\"" + caseId + "\"");
                    }
                  });
            }));
  }
}
