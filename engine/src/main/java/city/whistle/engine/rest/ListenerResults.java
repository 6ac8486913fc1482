package city.whistle.engine.rest;

import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.outcome.Rejection;
import java.util.Set;
import java.util.TreeSet;

/** What a completed job says about the user task that its listener is for. */
final class ListenerResults {

  private static final String[] CORRECTABLE = {
    "assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority"
  };

  private ListenerResults() {}

  /** The result in a completion, null where it has none. */
  static TaskListenerResult read(Body completion) {
    if (!completion.has("result")) {
      return null;
    }
    Body result =
        completion.object(
            "result",
            "type",
            "denied",
            "deniedReason",
            "corrections",
            "activateElements",
            "isCompletionConditionFulfilled",
            "isCancelRemainingInstances");
    String type = result.text("type", "userTask");
    if (!type.equals("userTask")) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED,
          "A result of another type than userTask isn't there yet.");
    }
    Body corrections = result.object("corrections", CORRECTABLE);
    return new TaskListenerResult(
        result.flag("denied", false),
        result.text("deniedReason"),
        corrected(corrections),
        corrections.text("assignee"),
        corrections.texts("candidateGroups"),
        corrections.texts("candidateUsers"),
        corrections.date("dueDate"),
        corrections.date("followUpDate"),
        corrections.integer("priority"));
  }

  /** Null leaves an attribute as it is. */
  private static Set<String> corrected(Body corrections) {
    Set<String> corrected = new TreeSet<>();
    for (String name : CORRECTABLE) {
      if (corrections.has(name)) {
        corrected.add(name);
      }
    }
    return corrected;
  }
}
