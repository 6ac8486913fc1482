package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sets variables. At a user task's element that is an update of the task, which its listeners hear
 * of and which waits for no other transition; only what an incident stopped is mended without them.
 *
 * @see <a href="https://github.com/camunda/camunda/pull/29337">updates by variables</a>
 */
final class SetVariablesHandler implements CommandHandler<SetVariables, VariablesSet> {

  private final Components components;
  private final State state;
  private final OpenTasks openTasks;

  SetVariablesHandler(Components components) {
    this.components = components;
    this.state = components.turn.state();
    this.openTasks = new OpenTasks(state);
  }

  @Override
  public VariablesSet handle(SetVariables command) {
    Map<String, Object> variables = Inputs.object(command.variables());
    ElementInstance scope = find(command.elementInstanceKey());
    Optional<UserTask> task = state.userTasksByElement.first(scope.key());
    if (task.isPresent() && !isStopped(task.get())) {
      return update(task.get(), command);
    }
    if (command.local()) {
      components.scopes.setLocals(scope, variables);
    } else {
      components.scopes.propagate(scope.key(), variables);
    }
    return VariablesSet.now(components.turn.nextKey());
  }

  private ElementInstance find(long key) {
    return state
        .elementInstances
        .find(key)
        .orElseThrow(
            () ->
                Rejection.notFound(
                    "Expected to update variables for element with key '%d', but no such element was found"
                        .formatted(key)));
  }

  private boolean isStopped(UserTask task) {
    return task.pending() != null
        && state.incidentsByElement.stream(task.elementInstanceKey())
            .anyMatch(incident -> incident.step() != null);
  }

  private VariablesSet update(UserTask task, SetVariables command) {
    UserTask atRest = openTasks.find(task.key(), "update variables of");
    CompletableFuture<Void> done = components.transitions.await(task.key());
    components.userTasks.setVariables(atRest, command.variables(), command.local());
    return new VariablesSet(components.turn.nextKey(), done);
  }
}
