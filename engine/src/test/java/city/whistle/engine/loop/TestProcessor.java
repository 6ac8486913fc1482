package city.whistle.engine.loop;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.Preparation;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.TriggerDue;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.None;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does to state whatever a test's command says; fires timers by removing them. */
final class TestProcessor implements CommandProcessor {

  private static final int SHARE = 2;

  /** A command of tests. */
  record Do<A>(Function<State, A> work, List<Effect> effects) implements Command<A> {

    static <A> Do<A> of(Function<State, A> work) {
      return new Do<>(work, List.of());
    }
  }

  /** A command whose answer is its text. */
  record Note(String text) implements Command<String> {}

  /** A command whose answer is the text that its preparation gives. */
  record Prepare(Supplier<String> preparation) implements Command<String> {}

  /** A command whose preparation asks the state first. */
  record Ask(Command<Optional<String>> asked, Supplier<String> preparation)
      implements Command<String>, Preparation<String> {

    @Override
    public Optional<Command<Optional<String>>> question() {
      return Optional.of(asked);
    }

    @Override
    public Command<String> prepare() {
      return new Note(preparation.get());
    }
  }

  private final State state;
  private final EngineClock clock;
  final List<Long> continued = new CopyOnWriteArrayList<>();
  final List<Long> fired = new CopyOnWriteArrayList<>();

  final List<Runnable> ahead = new CopyOnWriteArrayList<>();
  final AtomicInteger attempts = new AtomicInteger();
  private volatile Consumer<State> whenDue = state -> {};

  TestProcessor(State state, EngineClock clock) {
    this.state = state;
    this.clock = clock;
  }

  void whenDue(Consumer<State> work) {
    whenDue = work;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Processed<A> process(Command<A> command) {
    if (command instanceof Do<A> todo) {
      return new Processed<>(todo.work().apply(state), todo.effects());
    } else if (command instanceof Note note) {
      return (Processed<A>) new Processed<>(note.text(), List.of());
    } else if (command instanceof TriggerDue) {
      return (Processed<A>) new Processed<>(triggerDue(), List.of());
    } else if (command instanceof ContinueSteps next) {
      state.continuations.remove(next.continuationKey());
      continued.add(next.continuationKey());
      return (Processed<A>) new Processed<>(None.NONE, List.of());
    }
    throw new IllegalArgumentException("unknown command");
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<Preparation<A>> preparation(Command<A> command) {
    if (command instanceof Ask ask) {
      return Optional.of((Preparation<A>) ask);
    }
    return command instanceof Prepare unprepared
        ? Optional.of(() -> (Command<A>) new Note(unprepared.preparation().get()))
        : Optional.empty();
  }

  @Override
  public List<Runnable> preparationsAfterLoad() {
    return ahead;
  }

  private TriggerDue.Triggered triggerDue() {
    attempts.incrementAndGet();
    whenDue.accept(state);
    List<Timer> due = state.timersByDueTime.upTo(clock.instant(), SHARE);
    due.forEach(timer -> state.timers.remove(timer.key()));
    due.forEach(timer -> fired.add(timer.key()));
    return new TriggerDue.Triggered(due.size() == SHARE);
  }
}
