package city.whistle.engine.execution;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What belongs to the command under way: its time, its steps still to do, its effects. */
public final class Turn {

  /** The last moment with a year of four digits. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** So many elements may be begun one after another without anything from outside. */
  static final int MAX_DEPTH = 10_000;

  /** So many elements may be begun in all without anything from outside. */
  private static final int MAX_BEGUN = 1_000_000;

  private final State state;
  private final KeyGenerator keys;
  private final Deque<Queued> steps = new ArrayDeque<>();
  private final List<Effect> effects = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final int maxBegun;
  private int depth;
  private int begun;

  public Turn(State state, KeyGenerator keys) {
    this(state, keys, MAX_BEGUN);
  }

  Turn(State state, KeyGenerator keys, int maxBegun) {
    this.state = state;
    this.keys = keys;
    this.maxBegun = maxBegun;
  }

  public void begin(Instant now) {
    this.now = now;
    steps.clear();
    effects.clear();
    depth = 0;
    begun = 0;
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

  /**
   * The time that is so far ahead; as late as times can be kept and shown where somebody means
   * never.
   */
  public Instant after(Duration duration) {
    return duration.compareTo(Duration.between(now, LAST)) < 0 ? now.plus(duration) : LAST;
  }

  public void queue(Step step) {
    steps.addLast(new Queued(step, step instanceof Step.Enter ? depth + 1 : depth));
  }

  /**
   * How many elements were begun one after another, up to the step under way, since something from
   * outside last happened: a worker, a person, a message, a time that had to be waited for.
   */
  public int depth() {
    return depth;
  }

  /**
   * Stops what goes on without end at the element that is about to begin.
   *
   * @throws IncidentException where too many elements were begun, one after another or, where paths
   *     fork again and again, in all; its step may begin as many anew
   */
  void beginElement() {
    begun++;
    if (depth > MAX_DEPTH || begun > maxBegun) {
      throw new IncidentException(
          ErrorType.CONDITION_ERROR,
          "Expected to wait for something at last, but %d elements were begun one after another, or %d in all: the process seems to go round without end. Resolve the incident to go on for as many."
              .formatted(MAX_DEPTH, maxBegun));
    }
  }

  /** How many elements were begun in all since something from outside happened. */
  int begun() {
    return begun;
  }

  /** The turn goes on with what an earlier one left over. */
  void goOnAfter(int begunBefore) {
    begun = begunBefore;
  }

  /** What is queued now goes on from this depth. */
  public void goOnFrom(int depth) {
    this.depth = depth;
  }

  public void effect(Effect effect) {
    effects.add(effect);
  }

  public List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** Whether a step that changes this element instance is queued. */
  boolean isUnderWay(long elementInstanceKey) {
    return steps.stream()
        .map(Queued::step)
        .anyMatch(step -> step.key() == elementInstanceKey && !(step instanceof Step.TakeBuffered));
  }

  /** The next step, at its depth; null where all is done. */
  Step nextStep() {
    Queued next = steps.pollFirst();
    depth = next == null ? 0 : next.depth;
    return next == null ? null : next.step;
  }

  /** Takes the steps that are left. */
  List<Queued> takeSteps() {
    List<Queued> left = List.copyOf(steps);
    steps.clear();
    return left;
  }

  void queueAgain(Queued left) {
    steps.addLast(left);
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

  /** A step and how deep it is. */
  record Queued(Step step, int depth) {}

  record Mark(int journal, int steps, int effects) {}
}
