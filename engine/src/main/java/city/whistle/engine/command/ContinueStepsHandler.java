package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.outcome.None;
import city.whistle.engine.state.State;

final class ContinueStepsHandler implements CommandHandler<ContinueSteps, None> {

  private final State state;
  private final Execution execution;

  ContinueStepsHandler(Components components, Execution execution) {
    this.state = components.turn.state();
    this.execution = execution;
  }

  @Override
  public None handle(ContinueSteps command) {
    state.continuations.find(command.continuationKey()).ifPresent(execution::goOnWith);
    return None.NONE;
  }
}
