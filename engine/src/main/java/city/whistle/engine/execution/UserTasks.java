package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Listener;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.List;
import java.util.Optional;

/**
 * User tasks and their transitions. A transition calls its task listeners one after another and
 * becomes true when the last one is done, or is taken back when one denies it.
 */
public final class UserTasks {

  private final Turn turn;
  private final State state;
  private final Definitions definitions;
  private final Jobs jobs;
  private final Waiters<Void> waiters;

  public UserTasks(Turn turn, Definitions definitions, Jobs jobs, Waiters<Void> waiters) {
    this.turn = turn;
    this.state = turn.state();
    this.definitions = definitions;
    this.jobs = jobs;
    this.waiters = waiters;
  }

  /** A task that was just put into its table begins. */
  public void create(UserTask task) {
    begin(task, UserTask.State.CREATING, pending("create", task.attributes(), List.of()));
  }

  public void assign(UserTask task, UserTask.Attributes attributes, String action) {
    begin(task, UserTask.State.ASSIGNING, pending(action, attributes, List.of("assignee")));
  }

  public void update(
      UserTask task, UserTask.Attributes attributes, List<String> changed, String action) {
    begin(task, UserTask.State.UPDATING, pending(action, attributes, changed));
  }

  public void complete(UserTask task, JsonValue variables, String action) {
    UserTask.Pending pending =
        new UserTask.Pending(action, task.attributes(), variables, List.of());
    begin(task, UserTask.State.COMPLETING, pending);
  }

  /**
   * The element instance is terminated, and its task with it.
   *
   * @return false where a listener must be heard first; the task ends the element then
   */
  boolean cancelFor(ElementInstance instance) {
    Optional<UserTask> task = state.userTasksByElement.first(instance.key());
    if (task.isEmpty()) {
      return true;
    }
    UserTask.Pending pending = pending("cancel", task.get().attributes(), List.of());
    waiters.fail(turn, task.get().key(), Rejection.wrongState("The user task was canceled."));
    UserTask canceling = task.get().awaiting(UserTask.State.CANCELING, pending);
    state.userTasks.put(canceling);
    if (call(canceling, 0)) {
      return false;
    }
    end(canceling, UserTask.State.CANCELED);
    return true;
  }

  /**
   * A listener is done: the next one is called, or the transition becomes true.
   *
   * @param corrected the attributes as the listener wants them
   * @return true where a cancellation became true and the element instance may end
   */
  public boolean listenerDone(UserTask task, int index, UserTask.Attributes corrected) {
    UserTask.Pending before = task.pending();
    UserTask corrects =
        task.awaiting(
            task.state(),
            new UserTask.Pending(before.action(), corrected, before.variables(), before.changed()));
    state.userTasks.put(corrects);
    return !call(corrects, index + 1) && finish(corrects);
  }

  /** A listener says no: all is as it was before the transition. */
  public void deny(UserTask task, String reason) {
    state.userTasks.put(task.awaiting(UserTask.State.CREATED, null));
    waiters.fail(turn, task.key(), Rejection.wrongState(denied(task, reason)));
  }

  private static String denied(UserTask task, String reason) {
    String why = reason == null || reason.isEmpty() ? "" : " Reason: " + reason;
    return "The transition of user task '%d' (%s) was denied by a task listener.%s"
        .formatted(task.key(), task.state(), why);
  }

  private void begin(UserTask task, UserTask.State transition, UserTask.Pending pending) {
    UserTask under = task.awaiting(transition, pending);
    state.userTasks.put(under);
    if (!call(under, 0)) {
      finish(under);
    }
  }

  private boolean finish(UserTask task) {
    UserTask.Pending pending = task.pending();
    UserTask settled = task.with(pending.attributes());
    switch (task.state()) {
      case CREATING -> created(settled);
      case ASSIGNING, UPDATING -> {
        state.userTasks.put(settled.awaiting(UserTask.State.CREATED, null));
        waiters.answer(turn, task.key(), () -> null);
      }
      case COMPLETING -> {
        end(settled, UserTask.State.COMPLETED);
        waiters.answer(turn, task.key(), () -> null);
        turn.queue(new Step.Complete(task.elementInstanceKey(), pending.variables()));
      }
      case CANCELING -> {
        end(settled, UserTask.State.CANCELED);
        return true;
      }
      default -> throw new IllegalStateException("no transition under way: " + task.state());
    }
    return false;
  }

  /** A task whose model names an assignee is assigned as its creation ends. */
  private void created(UserTask task) {
    UserTask created = task.awaiting(UserTask.State.CREATED, null);
    if (task.attributes().assignee() == null
        || listenersFor(UserTask.State.ASSIGNING, task).isEmpty()) {
      state.userTasks.put(created);
    } else {
      assign(created, created.attributes(), "assign");
    }
  }

  private void end(UserTask task, UserTask.State end) {
    state.userTasks.archive(task.ended(end, turn.now()));
  }

  private boolean call(UserTask task, int index) {
    List<Listener> listeners = listenersFor(task.state(), task);
    if (index >= listeners.size()) {
      return false;
    }
    ElementInstance instance = state.elementInstances.get(task.elementInstanceKey());
    jobs.createFor(instance, listeners.get(index), index, task.headers());
    return true;
  }

  private List<Listener> listenersFor(UserTask.State transition, UserTask task) {
    Definition.UserTask definition =
        (Definition.UserTask)
            definitions.model(task.processDefinitionKey()).element(task.elementId()).definition();
    return definition.listeners().stream()
        .filter(listener -> listener.event().name().equals(transition.name()))
        .toList();
  }

  private static UserTask.Pending pending(
      String action, UserTask.Attributes attributes, List<String> changed) {
    return new UserTask.Pending(action, attributes, JsonValue.EMPTY_OBJECT, changed);
  }
}
