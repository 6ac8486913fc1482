package city.whistle.engine.rest;

import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.outcome.Rejection;

/** What a completed job says about the user task that its listener is for. */
final class ListenerResults {

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
    if (type.equals("adHocSubProcess")) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED, "Results of ad-hoc sub-processes aren't there yet.");
    }
    if (!type.equals("userTask")) {
      throw Rejection.invalid(
          "There is no result of type '%s'; a task listener's is of type userTask."
              .formatted(type));
    }
    return new TaskListenerResult(
        result.flag("denied", false),
        result.text("deniedReason"),
        TaskChangesBody.corrections(result));
  }
}
