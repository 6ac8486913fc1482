package city.whistle.engine.execution;

import city.whistle.engine.json.Json;
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

  public Incidents(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** A step could not be done: the incident remembers it. */
  void raise(Step step, IncidentException cause) {
    ElementInstance instance = state.elementInstances.get(step.key());
    String json = Json.write(step);
    put(instance, cause.type(), cause.getMessage(), Row.NONE, json);
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
