package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.State;

final class ThrowJobErrorHandler implements CommandHandler<ThrowJobError, None> {

  private final Components components;
  private final Turn turn;
  private final State state;
  private final OpenJobs openJobs;

  ThrowJobErrorHandler(Components components) {
    this.components = components;
    this.turn = components.turn;
    this.state = components.turn.state();
    this.openJobs = new OpenJobs(state);
  }

  @Override
  public None handle(ThrowJobError command) {
    Inputs.object(command.variables());
    if (command.errorCode() == null || command.errorCode().isEmpty()) {
      throw Rejection.invalid("Expected an error code, but it is empty.");
    }
    Job job = openJobs.findWorkable(command.jobKey(), "throw an error for");
    if (job.kind() != Job.Kind.BPMN_ELEMENT) {
      throw Rejection.wrongState("The job of a listener can fail, but not throw a BPMN error.");
    }
    ElementInstance instance = state.elementInstances.get(job.elementInstanceKey());
    Job thrown = job.errorThrown(command.errorCode(), command.errorMessage());
    if (components.errors.throwFrom(instance, command.errorCode(), command.variables())) {
      state.jobs.archive(thrown.ended(Job.State.ERROR_THROWN, turn.now()));
    } else {
      state.jobs.put(thrown);
      components.incidents.raise(thrown, ErrorType.UNHANDLED_ERROR_EVENT, unhandled(command));
    }
    return None.NONE;
  }

  private static String unhandled(ThrowJobError command) {
    String message = command.errorMessage();
    String said = message == null || message.isEmpty() ? "" : " with message '" + message + "'";
    return "Expected to throw an error event with the code '%s'%s, but no event catches it."
        .formatted(command.errorCode(), said);
  }
}
