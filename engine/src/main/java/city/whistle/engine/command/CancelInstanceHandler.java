package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;

final class CancelInstanceHandler implements CommandHandler<CancelInstance, None> {

  private final Turn turn;

  CancelInstanceHandler(Components components) {
    this.turn = components.turn;
  }

  @Override
  public None handle(CancelInstance command) {
    long key = command.processInstanceKey();
    ProcessInstance instance =
        turn.state()
            .processInstances
            .find(key)
            .orElseThrow(
                () ->
                    Rejection.notFound(
                        "Expected to cancel a process instance with key '%d', but no such process was found"
                            .formatted(key)));
    if (instance.parentProcessInstanceKey() != Row.NONE) {
      throw Rejection.wrongState(
          "Expected to cancel a process instance with key '%d', but it is created by a parent process instance. Cancel the root process instance '%d' instead."
              .formatted(key, instance.rootProcessInstanceKey()));
    }
    turn.queue(new Step.Terminate(key));
    return None.NONE;
  }
}
