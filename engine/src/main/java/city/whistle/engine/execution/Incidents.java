package city.whistle.engine.execution;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;

/** Records what a person must repair. */
public final class Incidents {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;

  public Incidents(Turn turn, Scopes scopes) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
  }

  /** A step could not be done: the incident remembers it, unless one does already. */
  void raise(Step step, IncidentException cause) {
    if (state.incidentsByElement.stream(step.key()).anyMatch(known -> known.step() != null)) {
      return;
    }
    ElementInstance instance = state.elementInstances.get(step.key());
    String json = Json.write(withRepairableResult(step, instance, cause).again());
    put(instance, cause.type(), cause.getMessage(), Row.NONE, json);
  }

  /** A result that can't be mapped becomes the element's own variables, where it can be mended. */
  private Step withRepairableResult(Step step, ElementInstance instance, IncidentException cause) {
    if (cause.type() != ErrorType.IO_MAPPING_ERROR || !(step instanceof Step.Complete complete)) {
      return step;
    }
    scopes.setLocals(instance, complete.variables().members());
    return new Step.Complete(complete.key(), JsonValue.EMPTY_OBJECT, complete.flowIds());
  }

  /** A job can't go on: it is blocked until the incident is resolved. */
  public void raise(Job job, ErrorType type, String message) {
    put(state.elementInstances.get(job.elementInstanceKey()), type, message, job.key(), null);
  }

  private void put(
      ElementInstance instance, ErrorType type, String message, long jobKey, String step) {
    state.incidents.put(
        new Incident(
            turn.nextKey(),
            type,
            message,
            Incident.State.ACTIVE,
            instance.processInstanceKey(),
            instance.processDefinitionKey(),
            instance.bpmnProcessId(),
            instance.elementId(),
            instance.key(),
            jobKey,
            step,
            turn.now(),
            null));
  }

  /** Ends the incident; what it stopped is the caller's to go on with. */
  public void resolve(Incident incident) {
    state.incidents.archive(incident.resolved(turn.now()));
  }

  /** Whatever stopped this element instance no longer matters. */
  void dropFor(long elementInstanceKey) {
    state.incidentsByElement.list(elementInstanceKey).forEach(this::resolve);
  }
}
