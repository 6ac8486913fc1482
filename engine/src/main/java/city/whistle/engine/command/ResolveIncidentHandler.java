package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;

final class ResolveIncidentHandler implements CommandHandler<ResolveIncident, None> {

  private final Components components;
  private final Execution execution;
  private final Turn turn;
  private final State state;

  ResolveIncidentHandler(Components components, Execution execution) {
    this.components = components;
    this.execution = execution;
    this.turn = components.turn;
    this.state = components.turn.state();
  }

  @Override
  public None handle(ResolveIncident command) {
    Incident incident =
        state
            .incidents
            .find(command.incidentKey())
            .orElseThrow(
                () ->
                    Rejection.notFound(
                        "Expected to resolve incident with key '%d', but no such incident was found"
                            .formatted(command.incidentKey())));
    if (incident.jobKey() != Row.NONE) {
      unblock(incident);
    }
    components.incidents.resolve(incident);
    if (incident.step() != null) {
      execution.tryAgain(incident);
    }
    return None.NONE;
  }

  private void unblock(Incident incident) {
    Job job = state.jobs.get(incident.jobKey());
    if (job.retries() < 1) {
      throw Rejection.wrongState(
          "Expected to resolve incident with key '%d', but its job '%d' has no retries left: update its retries first."
              .formatted(incident.key(), job.key()));
    }
    state.jobs.put(job.unblocked());
    turn.effect(new Effect.JobsAvailable(job.type()));
  }
}
