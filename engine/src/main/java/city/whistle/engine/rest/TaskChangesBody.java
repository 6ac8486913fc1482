package city.whistle.engine.rest;

import city.whistle.engine.command.TaskChanges;

/** Reads what is to be changed of a user task; other fields are ignored, as Camunda does. */
final class TaskChangesBody {

  private TaskChangesBody() {}

  /** The corrections of a task listener. */
  static TaskChanges corrections(Body result) {
    Body corrections = result.openObject("corrections");
    return read(corrections, corrections.text("assignee"));
  }

  /** The changes of an update, which leaves the assignee alone. */
  static TaskChanges changeset(Body update) {
    return read(update.openObject("changeset"), null);
  }

  private static TaskChanges read(Body body, String assignee) {
    return new TaskChanges(
        assignee,
        body.has("candidateGroups") ? body.texts("candidateGroups") : null,
        body.has("candidateUsers") ? body.texts("candidateUsers") : null,
        body.text("dueDate"),
        body.text("followUpDate"),
        body.integer("priority"));
  }
}
