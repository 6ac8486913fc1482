package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Makes a user task's attributes from the present ones and those that shall change. */
final class TaskAttributes {

  private static final Set<String> KNOWN =
      Set.of(
          "assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority");

  private TaskAttributes() {}

  static UserTask.Attributes corrected(UserTask.Attributes now, TaskListenerResult result) {
    Set<String> names = known(result.corrected());
    return new UserTask.Attributes(
        names.contains("assignee") ? emptyToNull(result.assignee()) : now.assignee(),
        groups(now, names, result.candidateGroups()),
        users(now, names, result.candidateUsers()),
        dueDate(now, names, result.dueDate()),
        followUpDate(now, names, result.followUpDate()),
        priority(now, names, result.priority()));
  }

  static UserTask.Attributes updated(UserTask.Attributes now, UpdateUserTask update) {
    Set<String> names = known(update.changed());
    return new UserTask.Attributes(
        now.assignee(),
        groups(now, names, update.candidateGroups()),
        users(now, names, update.candidateUsers()),
        dueDate(now, names, update.dueDate()),
        followUpDate(now, names, update.followUpDate()),
        priority(now, names, update.priority()));
  }

  private static Set<String> known(Set<String> names) {
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        throw Rejection.invalid(
            "A user task has no attribute '%s' to change; it has %s.".formatted(name, KNOWN));
      }
    }
    return names;
  }

  private static List<String> groups(
      UserTask.Attributes now, Set<String> names, List<String> next) {
    return names.contains("candidateGroups") ? orEmpty(next) : now.candidateGroups();
  }

  private static List<String> users(UserTask.Attributes now, Set<String> names, List<String> next) {
    return names.contains("candidateUsers") ? orEmpty(next) : now.candidateUsers();
  }

  private static OffsetDateTime dueDate(
      UserTask.Attributes now, Set<String> names, OffsetDateTime next) {
    return names.contains("dueDate") ? next : now.dueDate();
  }

  private static OffsetDateTime followUpDate(
      UserTask.Attributes now, Set<String> names, OffsetDateTime next) {
    return names.contains("followUpDate") ? next : now.followUpDate();
  }

  private static int priority(UserTask.Attributes now, Set<String> names, Integer next) {
    if (!names.contains("priority")) {
      return now.priority();
    }
    int priority = next == null ? UserTask.DEFAULT_PRIORITY : next;
    if (priority < 0 || priority > 100) {
      throw Rejection.invalid(
          "Expected the priority to be between 0 and 100, but it is %d.".formatted(priority));
    }
    return priority;
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
