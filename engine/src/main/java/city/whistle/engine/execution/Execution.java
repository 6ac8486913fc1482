package city.whistle.engine.execution;

import city.whistle.engine.expression.Effort;
import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Journal;
import java.util.List;

/** Runs the steps of a command until nothing is left to do but wait. */
public final class Execution {

  /** So many steps a command may take in one go; then others have their turn. */
  private static final int MAX_STEPS = 5_000;

  /** What the expressions in one go may cost: some tenths of a second. */
  private static final long MAX_EFFORT = 5_000_000;

  /** What one go may leave to write, as {@link Journal#weight} counts. */
  private static final long MAX_WEIGHT = 20_000;

  private final Turn turn;
  private final Components components;

  public Execution(Components components) {
    this.turn = components.turn;
    this.components = components;
  }

  /** Runs what is queued; what is too much for one go is saved and announced. */
  public void run() {
    Journal journal = turn.state().journal();
    long lastEffort = Effort.total() + MAX_EFFORT;
    long lastWeight = journal.weight() + MAX_WEIGHT;
    int steps = 0;
    while (steps < MAX_STEPS && Effort.total() <= lastEffort && journal.weight() <= lastWeight) {
      Step step = turn.nextStep();
      if (step == null) {
        return;
      }
      run(step);
      steps++;
    }
    saveTheRest();
  }

  private void run(Step step) {
    Turn.Mark mark = turn.mark();
    try {
      dispatch(step);
    } catch (IncidentException e) {
      turn.undoTo(mark);
      e.keep();
      components.incidents.raise(step, e);
    }
  }

  private void dispatch(Step step) {
    if (step instanceof Step.Enter enter) {
      components.lifecycle.enter(enter);
    } else if (step instanceof Step.Begin begin) {
      components.lifecycle.begin(begin);
    } else if (step instanceof Step.CallListener call) {
      callListener(call);
    } else if (step instanceof Step.Complete complete) {
      components.lifecycle.complete(complete);
    } else if (step instanceof Step.Finish finish) {
      components.lifecycle.finish(finish);
    } else if (step instanceof Step.TakeBuffered takeBuffered) {
      components.messages.takeBuffered(takeBuffered);
    } else if (step instanceof Step.Trigger trigger) {
      components.events.trigger(trigger);
    } else if (step instanceof Step.NextItem nextItem) {
      components.items.next(nextItem);
    } else if (step instanceof Step.Terminate terminate) {
      components.endings.terminate(terminate);
    } else if (step instanceof Step.TerminateChildren children) {
      components.endings.terminateChildren(children);
    }
  }

  private void callListener(Step.CallListener call) {
    if (call.event().isOfExecution()) {
      components.lifecycle.callListener(call);
    } else if (components.userTasks.callListener(call)) {
      components.endings.terminated(turn.state().elementInstances.get(call.key()));
    }
  }

  private void saveTheRest() {
    List<Turn.Queued> left = turn.takeSteps();
    if (left.isEmpty()) {
      return;
    }
    long key = turn.nextKey();
    String steps = Json.write(left.stream().map(Turn.Queued::step).toArray(Step[]::new));
    String depths = Json.write(left.stream().mapToInt(Turn.Queued::depth).toArray());
    turn.state().continuations.put(new Continuation(key, steps, depths, turn.begun()));
    turn.effect(new Effect.StepsLeft(key));
  }

  /** Queues the steps that an earlier command left over. */
  public void goOnWith(Continuation continuation) {
    turn.state().continuations.remove(continuation.key());
    Step[] steps = Json.read(continuation.steps(), Step[].class);
    turn.goOnAfter(continuation.begun());
    int[] depths = Json.read(continuation.depths(), int[].class);
    for (int i = 0; i < steps.length; i++) {
      turn.queueAgain(new Turn.Queued(steps[i], i < depths.length ? depths[i] : 0));
    }
  }

  /**
   * Queues again what the incident stopped. An element that is entered anew sees nothing of what
   * its input mappings had made before; where these had failed, they had made nothing.
   */
  public void tryAgain(Incident incident) {
    Step step = Json.read(incident.step(), Step.class).again();
    if (step instanceof Step.Enter enter && incident.errorType() != ErrorType.IO_MAPPING_ERROR) {
      components.lifecycle.forgetEntry(enter);
    }
    turn.queue(step);
  }
}
