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
 * becomes true when the last one is done, or is taken back when one denies it. Until then the task
 * keeps the attributes that it had; those that it will have, with what listeners corrected, are in
 * its pending transition, which listeners see.
 *
 * <table>
 *   <caption>What happens in each state</caption>
 *   <tr><th>state, its listeners</th><th>begun by</th><th>when all are through</th>
 *     <th>when one denies</th><th>when the element is terminated meanwhile</th></tr>
 *   <tr><td>CREATING, creating</td><td>a token's arrival</td>
 *     <td>ASSIGNING to the model's assignee, where there is one, else CREATED with the corrected
 *       assignee, whom no assigning listener sees</td><td>refused</td><td>CANCELING</td></tr>
 *   <tr><td>CREATED</td><td></td><td></td><td></td><td>CANCELING</td></tr>
 *   <tr><td>ASSIGNING, assigning</td><td>creation with an assignee in the model, assign,
 *       unassign</td><td>CREATED with the corrected assignee</td>
 *     <td>CREATED, assigned as before: after its creation to nobody</td><td>CANCELING</td></tr>
 *   <tr><td>UPDATING, updating</td><td>update; variables set at the task's element</td>
 *     <td>CREATED, the variables are set</td><td>CREATED, no variables are set</td>
 *     <td>CANCELING</td></tr>
 *   <tr><td>COMPLETING, completing</td><td>complete</td><td>COMPLETED, the element completes</td>
 *     <td>CREATED</td><td>CANCELING</td></tr>
 *   <tr><td>CANCELING, canceling</td><td>cancellation, an interrupting event</td>
 *     <td>CANCELED, the element ends</td><td>refused</td><td>goes on</td></tr>
 * </table>
 *
 * <p>People begin a transition from CREATED alone: a second one is refused while one is under way.
 * A cancellation takes the place of whatever is under way: its listener's job is gone, its caller
 * is told, its corrections are lost. Every listener may correct every attribute, but a creating one
 * not the assignee that the model names: the assigning listeners are there for that. A listener's
 * property that can't be evaluated is an incident; the transition begins again with its first
 * listener and with what was corrected so far when that is resolved.
 *
 * @see <a href="https://docs.camunda.io/docs/8.8/components/concepts/user-task-listeners/">user
 *     task listeners: lifecycle, triggers, corrections, denial, incidents</a>
 * @see <a href="https://github.com/camunda/camunda/pull/31333">the assignee at creation</a>
 * @see <a href="https://github.com/camunda/camunda/issues/29126">no correction of the model's
 *     assignee at creation</a>
 * @see <a href="https://github.com/camunda/camunda/issues/24235">denied assignment</a>
 * @see <a href="https://github.com/camunda/camunda/issues/28568">cancellation during another
 *     transition</a>
 * @see <a href="https://github.com/camunda/camunda/pull/32367">variables set at the task</a>
 * @see <a href="https://github.com/camunda/camunda/pull/31856">what a repeated listener sees</a>
 */
public final class UserTasks {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Jobs jobs;
  private final Waiters<Void> waiters;

  public UserTasks(
      Turn turn, Scopes scopes, Definitions definitions, Jobs jobs, Waiters<Void> waiters) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.definitions = definitions;
    this.jobs = jobs;
    this.waiters = waiters;
  }

  /** A task begins, with all that its model says of it; it is assigned when it is created. */
  public void create(UserTask task) {
    UserTask.Attributes wanted = task.attributes();
    begin(
        task.with(wanted.assignedTo(null)),
        UserTask.State.CREATING,
        UserTask.Pending.to("create", wanted).withModelAssignee(wanted.assignee()));
  }

  public void assign(UserTask task, UserTask.Attributes attributes, String action) {
    begin(task, UserTask.State.ASSIGNING, UserTask.Pending.to(action, attributes));
  }

  public void update(UserTask task, UserTask.Attributes attributes, String action) {
    begin(task, UserTask.State.UPDATING, UserTask.Pending.to(action, attributes));
  }

  /**
   * Variables are set at the task's element.
   *
   * @param local whether they stay there
   */
  public void setVariables(UserTask task, JsonValue variables, boolean local) {
    UserTask.Pending pending =
        UserTask.Pending.to("update", task.attributes()).withVariables(variables, local);
    begin(task, UserTask.State.UPDATING, pending);
  }

  public void complete(UserTask task, JsonValue variables, String action) {
    UserTask.Pending pending =
        UserTask.Pending.to(action, task.attributes()).withVariables(variables, false);
    begin(task, UserTask.State.COMPLETING, pending);
  }

  private void begin(UserTask task, UserTask.State transition, UserTask.Pending pending) {
    state.userTasks.put(task.awaiting(transition, pending));
    turn.queue(
        new Step.CallListener(
            task.elementInstanceKey(), Listener.Event.valueOf(transition.name()), 0));
  }

  /**
   * The element instance is terminated, and its task with it.
   *
   * @return false where there is a task: it ends the element when its listeners are through
   */
  boolean cancelFor(ElementInstance instance) {
    Optional<UserTask> task = state.userTasksByElement.first(instance.key());
    task.ifPresent(
        canceled -> {
          waiters.fail(turn, canceled.key(), Rejection.wrongState("The user task was canceled."));
          begin(
              canceled,
              UserTask.State.CANCELING,
              UserTask.Pending.to("cancel", canceled.attributes()));
        });
    return task.isEmpty();
  }

  /**
   * A listener is done: the next one comes.
   *
   * @param corrected the attributes as the listener wants them
   */
  public void listenerDone(UserTask task, int index, UserTask.Attributes corrected) {
    state.userTasks.put(task.awaiting(task.state(), task.pending().with(corrected)));
    turn.queue(
        new Step.CallListener(
            task.elementInstanceKey(), Listener.Event.valueOf(task.state().name()), index + 1));
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

  /**
   * Calls the listener of this place, or makes the transition true where all were called. Nothing
   * happens where another transition is under way by now.
   *
   * @return true where a cancellation became true and the element instance may end
   */
  boolean callListener(Step.CallListener step) {
    return state
        .userTasksByElement
        .first(step.key())
        .filter(task -> task.state().name().equals(step.event().name()))
        .map(task -> !call(task, step) && finish(task))
        .orElse(false);
  }

  private boolean call(UserTask task, Step.CallListener step) {
    List<Listener> listeners = listeners(task, step.event());
    if (step.index() >= listeners.size()) {
      return false;
    }
    ElementInstance instance = state.elementInstances.get(task.elementInstanceKey());
    jobs.createFor(instance, listeners.get(step.index()), step.index(), task.headers());
    return true;
  }

  private List<Listener> listeners(UserTask task, Listener.Event event) {
    Definition.UserTask definition =
        (Definition.UserTask)
            definitions.model(task.processDefinitionKey()).element(task.elementId()).definition();
    return definition.listeners().stream().filter(listener -> listener.event() == event).toList();
  }

  private boolean finish(UserTask task) {
    UserTask.Pending pending = task.pending();
    UserTask settled = task.with(pending.attributes());
    switch (task.state()) {
      case CREATING -> created(settled, pending.modelAssignee());
      case ASSIGNING -> settle(settled);
      case UPDATING -> {
        setVariables(settled, pending);
        settle(settled);
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

  private void created(UserTask task, String modelAssignee) {
    if (modelAssignee == null) {
      settle(task);
    } else {
      UserTask unassigned = task.with(task.attributes().assignedTo(null));
      assign(unassigned, task.attributes(), "assign");
    }
  }

  private void settle(UserTask task) {
    state.userTasks.put(task.awaiting(UserTask.State.CREATED, null));
    waiters.answer(turn, task.key(), () -> null);
  }

  private void setVariables(UserTask task, UserTask.Pending pending) {
    ElementInstance instance = state.elementInstances.get(task.elementInstanceKey());
    if (pending.local()) {
      scopes.setLocals(instance, pending.variables().members());
    } else {
      scopes.propagate(instance.key(), pending.variables().members());
    }
  }

  private void end(UserTask task, UserTask.State end) {
    state.userTasks.archive(task.ended(end, turn.now()));
  }
}
