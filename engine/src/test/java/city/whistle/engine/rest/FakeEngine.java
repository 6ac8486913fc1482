package city.whistle.engine.rest;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.TransitionBegun;
import city.whistle.engine.command.UnassignUserTask;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine that answers as it was told and remembers what it was asked. */
final class FakeEngine implements Engine {

  private final Map<Class<?>, Function<Object, Object>> answers = new ConcurrentHashMap<>();
  private final List<Command<?>> commands = new CopyOnWriteArrayList<>();
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private volatile boolean healthy = true;

  /** Answers commands of this type; the answer may throw a rejection. */
  <C extends Command<?>> void on(Class<C> type, Function<C, Object> answer) {
    answers.put(type, command -> answer.apply(type.cast(command)));
  }

  void reject(Class<? extends Command<?>> type, Rejection rejection) {
    answers.put(
        type,
        command -> {
          throw rejection;
        });
  }

  void makeUnhealthy() {
    healthy = false;
  }

  /** Forgets what it was told and asked. */
  void reset() {
    answers.clear();
    commands.clear();
    healthy = true;
  }

  Command<?> lastCommand() {
    return commands.get(commands.size() - 1);
  }

  List<Command<?>> commands() {
    return commands;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> CompletableFuture<A> submit(Command<A> command) {
    commands.add(command);
    try {
      Object answer =
          answers.getOrDefault(command.getClass(), FakeEngine::usualAnswer).apply(command);
      return CompletableFuture.completedFuture((A) answer);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void onJobsAvailable(Consumer<String> listener) {
    // It never has jobs later.
  }

  @Override
  public CompletableFuture<Void> purge() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isHealthy() {
    return healthy;
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  private static Object usualAnswer(Object command) {
    boolean transition =
        command instanceof AssignUserTask
            || command instanceof UnassignUserTask
            || command instanceof UpdateUserTask
            || command instanceof CompleteUserTask;
    return transition ? new TransitionBegun(CompletableFuture.completedFuture(null)) : None.NONE;
  }
}
