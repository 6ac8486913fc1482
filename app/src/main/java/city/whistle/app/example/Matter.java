package city.whistle.app.example;

import io.camunda.client.api.search.filter.UserTaskFilter;
import java.util.List;
import java.util.Locale;

/**
 * What staff work on: a case, a whistle without one, a patrol, a month's figures or its theme, a
 * burst.
 *
 * @param number what people know it by; of what is of a month such as {@code 2026-04}
 * @param caseId null for what is no case
 * @param instance key of its process instance; null where that is found by its tag
 */
record Matter(Kind kind, String number, String caseId, Long instance) {

  /** Its lower-case name stands in tags, and is the variable's that says which one it is. */
  enum Kind {
    CASE,
    WHISTLE,
    PATROL,
    ASSESSMENT,
    THEME,
    MATTER
  }

  static Matter ofCase(String number, String caseId) {
    return new Matter(Kind.CASE, number, caseId, null);
  }

  static Matter of(Kind kind, String number) {
    return new Matter(kind, number, null, null);
  }

  /** That of which the process instance is known. */
  Matter in(long processInstance) {
    return new Matter(kind, number, caseId, processInstance);
  }

  /** The tag that its process instance carries unless the hotline started that itself. */
  String tag() {
    return word() + ":" + number;
  }

  boolean isCase() {
    return kind == Kind.CASE;
  }

  private String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Leaves the tasks of this one, in its process and in those that it calls. */
  void narrow(UserTaskFilter tasks) {
    tasks.processInstanceVariables(
        List.of(
            variable -> {
              variable.name(isCase() ? "caseId" : word());
              variable.value(
                  value -> {
                    if (isCase()) {
                      value.eq("\"" + caseId + "\"");
                    } else {
                      value.like("*\"" + number + "\"*");
                    }
                  });
            }));
  }
}
