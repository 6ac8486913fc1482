package city.whistle.engine.rest;

import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.TransitionBegun;
import city.whistle.engine.command.UnassignUserTask;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Searchable;
import java.util.concurrent.CompletableFuture;

/** Tasks for people. */
final class UserTaskResource {

  private static final String ONE = "/v2/user-tasks/{userTaskKey}";

  void addTo(Routes routes) {
    routes.post(
        "/v2/user-tasks/search",
        call -> call.search((database, wanted) -> database.search(Searchable.USER_TASK, wanted)));
    routes.get(
        ONE,
        call -> {
          long key = key(call);
          return call.show(database -> database.get(Searchable.USER_TASK, key));
        });
    routes.get(ONE + "/form", UserTaskResource::form);
    routes.post(ONE + "/variables/search", UserTaskResource::variables);
    routes.post(ONE + "/effective-variables/search", UserTaskResource::effectiveVariables);
    routes.post(ONE + "/assignment", UserTaskResource::assign);
    routes.delete(ONE + "/assignee", call -> begin(call, new UnassignUserTask(key(call), null)));
    routes.patch(ONE, UserTaskResource::update);
    routes.post(ONE + "/completion", UserTaskResource::complete);
  }

  /** Answers when the task's listeners are through. */
  private static CompletableFuture<Answer> begin(Call call, Command<TransitionBegun> command) {
    return call.await(
        command,
        begun -> begun.done().thenApply(done -> Answer.NO_CONTENT),
        Call.USUAL_WAIT,
        "The task's listeners were not done");
  }

  private static long key(Call call) {
    return call.pathKey("userTaskKey");
  }

  private static CompletableFuture<Answer> form(Call call) {
    long key = key(call);
    return call.query(
        database -> database.userTaskForm(key).map(Answer::json).orElse(Answer.NO_CONTENT));
  }

  private static CompletableFuture<Answer> variables(Call call) {
    long key = key(call);
    boolean whole = VariableResource.isWhole(call);
    return call.search((database, wanted) -> database.userTaskVariables(key, wanted, whole));
  }

  private static CompletableFuture<Answer> effectiveVariables(Call call) {
    long key = key(call);
    boolean whole = VariableResource.isWhole(call);
    return call.search(
        (database, wanted) -> database.userTaskEffectiveVariables(key, wanted, whole));
  }

  private static CompletableFuture<Answer> assign(Call call) {
    Body body = call.body("assignee", "allowOverride", "action");
    return begin(
        call,
        new AssignUserTask(
            key(call),
            body.requiredText("assignee"),
            body.flag("allowOverride", true),
            body.text("action")));
  }

  private static CompletableFuture<Answer> complete(Call call) {
    Body body = call.body("variables", "action");
    return begin(
        call, new CompleteUserTask(key(call), body.variables("variables"), body.text("action")));
  }

  private static CompletableFuture<Answer> update(Call call) {
    Body body = call.body("changeset", "action");
    TaskChanges changes = TaskChangesBody.changeset(body);
    if (changes.isEmpty() && body.text("action") == null) {
      throw Rejection.invalid(
          "Nothing is to be changed: give a 'changeset' with some of candidateGroups,"
              + " candidateUsers, dueDate, followUpDate, priority, or an 'action'.");
    }
    return begin(call, new UpdateUserTask(key(call), changes, body.text("action")));
  }
}
