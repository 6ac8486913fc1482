package city.whistle.workers.theme;

import java.util.List;

/**
 * What people chose, as the form sends it; any part may be missing where an operator completed the
 * task.
 *
 * @param lead code of the department that leads
 * @param coUnits codes of the others
 */
record ThemeChoice(
    String name, List<Problem> problems, String lead, List<String> coUnits, List<Task> tasks) {

  ThemeChoice {
    problems = problems == null ? List.of() : problems;
    coUnits = coUnits == null ? List.of() : coUnits;
    tasks = tasks == null ? List.of() : tasks;
  }

  record Problem(String what, String categoryCode) {}

  /**
   * @param target a number to reach
   * @param due {@code 2026-04-30}
   */
  record Task(String what, String unit, Integer target, String measure, String due) {}
}
