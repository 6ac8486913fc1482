package city.whistle.engine.execution;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.JobSpec;
import city.whistle.engine.model.Listener;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.State;
import java.util.Map;

/** Creates and ends jobs. */
public final class Jobs {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;

  public Jobs(Turn turn, Scopes scopes, Evaluator evaluator) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
  }

  /** The work of the element itself. */
  public void create(ElementInstance instance, JobSpec spec) {
    create(instance, spec, Job.Kind.BPMN_ELEMENT, null, -1, spec.headers());
  }

  /** A listener's work. */
  void createFor(
      ElementInstance instance, Listener listener, int index, Map<String, String> headers) {
    Job.Kind kind =
        switch (listener.event()) {
          case START, END -> Job.Kind.EXECUTION_LISTENER;
          default -> Job.Kind.TASK_LISTENER;
        };
    create(instance, listener.job(), kind, listener.event().name(), index, headers);
  }

  private void create(
      ElementInstance instance,
      JobSpec spec,
      Job.Kind kind,
      String event,
      int index,
      Map<String, String> headers) {
    VariableSource variables = scopes.visibleFrom(instance.key());
    String type = evaluator.name(spec.type(), variables);
    int retries = evaluator.integer(spec.retries(), variables);
    ProcessInstance process = state.processInstances.get(instance.processInstanceKey());
    state.jobs.put(
        new Job(
            turn.nextKey(),
            type,
            kind,
            event,
            index,
            Job.State.CREATED,
            retries,
            false,
            headers,
            null,
            null,
            null,
            null,
            null,
            instance.processInstanceKey(),
            instance.processDefinitionKey(),
            instance.bpmnProcessId(),
            process.version(),
            instance.elementId(),
            instance.key(),
            process.tags(),
            turn.now(),
            null));
    turn.effect(new Effect.JobsAvailable(type));
  }

  /** The job is no longer wanted. */
  void cancelFor(long elementInstanceKey) {
    for (Job job : state.jobsByElement.list(elementInstanceKey)) {
      state.jobs.archive(job.ended(Job.State.CANCELED, turn.now()));
    }
  }
}
