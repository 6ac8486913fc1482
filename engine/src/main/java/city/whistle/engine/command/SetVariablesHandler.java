package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import java.util.Map;

final class SetVariablesHandler implements CommandHandler<SetVariables, VariablesSet> {

  private final Components components;

  SetVariablesHandler(Components components) {
    this.components = components;
  }

  @Override
  public VariablesSet handle(SetVariables command) {
    Map<String, Object> variables = Inputs.object(command.variables());
    long key = command.elementInstanceKey();
    ElementInstance scope =
        components
            .turn
            .state()
            .elementInstances
            .find(key)
            .orElseThrow(
                () ->
                    Rejection.notFound(
                        "Expected to update variables for element with key '%d', but no such element was found"
                            .formatted(key)));
    if (command.local()) {
      components.scopes.setLocals(scope, variables);
    } else {
      components.scopes.propagate(key, variables);
    }
    return new VariablesSet(components.turn.nextKey());
  }
}
