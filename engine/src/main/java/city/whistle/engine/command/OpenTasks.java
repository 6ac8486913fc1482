package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;

/** Finds the user task of a command; it must be at rest. */
final class OpenTasks {

  private final State state;

  OpenTasks(State state) {
    this.state = state;
  }

  UserTask find(long key, String verb) {
    UserTask task =
        state
            .userTasks
            .find(key)
            .orElseThrow(
                () ->
                    Rejection.notFound(
                        "Expected to %s user task with key '%d', but no such user task was found"
                            .formatted(verb, key)));
    if (task.state() != UserTask.State.CREATED) {
      throw Rejection.wrongState(
          "Expected to %s user task with key '%d', but it is in state '%s'"
              .formatted(verb, key, task.state()));
    }
    return task;
  }

  static String orElse(String action, String usual) {
    return action == null || action.isEmpty() ? usual : action;
  }
}
