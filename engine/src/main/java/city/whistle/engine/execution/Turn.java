package city.whistle.engine.execution;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What belongs to the command under way: its time, its steps still to do, its effects. */
public final class Turn {

  private final State state;
  private final KeyGenerator keys;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<Effect> effects = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  public Turn(State state, KeyGenerator keys) {
    this.state = state;
    this.keys = keys;
  }

  public void begin(Instant now) {
    this.now = now;
    steps.clear();
    effects.clear();
  }

  public State state() {
    return state;
  }

  public long nextKey() {
    return keys.next();
  }

  /** One time for the whole command. */
  public Instant now() {
    return now;
  }

  public void queue(Step step) {
    steps.addLast(step);
  }

  public void effect(Effect effect) {
    effects.add(effect);
  }

  public List<Effect> effects() {
    return List.copyOf(effects);
  }

  Step nextStep() {
    return steps.pollFirst();
  }

  /** Takes the steps that are left. */
  List<Step> takeSteps() {
    List<Step> left = List.copyOf(steps);
    steps.clear();
    return left;
  }

  Mark mark() {
    return new Mark(state.journal().mark(), steps.size(), effects.size());
  }

  /** Undoes what was changed, queued and announced since the mark. */
  void undoTo(Mark mark) {
    state.journal().undoTo(mark.journal);
    while (steps.size() > mark.steps) {
      steps.removeLast();
    }
    while (effects.size() > mark.effects) {
      effects.remove(effects.size() - 1);
    }
  }

  record Mark(int journal, int steps, int effects) {}
}
