package city.whistle.engine.loop;

import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.State;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands in memory and gathers them into a group. Writer thread only. */
final class CommandRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

  private final State state;
  private final KeyGenerator keys;
  private final CommandProcessor processor;
  private final Limits limits;
  private List<Outcome> outcomes = new ArrayList<>();

  CommandRunner(State state, KeyGenerator keys, CommandProcessor processor, Limits limits) {
    this.state = state;
    this.keys = keys;
    this.processor = processor;
    this.limits = limits;
  }

  boolean isFull() {
    return outcomes.size() >= limits.commands() || state.journal().weight() >= limits.changes();
  }

  boolean isEmpty() {
    return outcomes.isEmpty();
  }

  Outcome run(Task<?> task) {
    int mark = state.journal().mark();
    Outcome outcome;
    try {
      outcome = process(task);
    } catch (Rejection rejection) {
      state.journal().undoTo(mark);
      outcome = new Outcome.Refused(task, rejection);
    } catch (RuntimeException | Error bug) {
      state.journal().undoTo(mark);
      LOG.error("{} was undone", Described.of(task.command()), Redacted.of(bug));
      outcome = new Outcome.Refused(task, Refusals.internal(task.command()));
    }
    outcomes.add(outcome);
    return outcome;
  }

  private <A> Outcome process(Task<A> task) {
    return new Outcome.Done<>(task, processor.process(task.command()));
  }

  /** The commands that ran since the last time. */
  Group drain() {
    return new Group(abandon(), state.journal().drain(), keys.last());
  }

  /** Gives up on the commands that ran since the last group. */
  List<Outcome> abandon() {
    List<Outcome> ran = outcomes;
    outcomes = new ArrayList<>();
    return ran;
  }
}
