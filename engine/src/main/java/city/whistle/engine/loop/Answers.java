package city.whistle.engine.loop;

import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells callers and listeners, in order, on a thread of its own, so that none of them holds up the
 * writer. If they fall far behind, commits wait for them.
 */
final class Answers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int GROUPS = 64;
  private static final Runnable END = () -> {};

  private final BlockingQueue<Runnable> deliveries = new ArrayBlockingQueue<>(GROUPS);
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "engine-answers");

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  void onJobsAvailable(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Gives a committed group's callers their answers, then waiters and listeners its effects. */
  void tell(Group group) {
    deliver(
        () -> {
          group.outcomes().forEach(Outcome::tell);
          tellEffects(group.effects());
        });
  }

  void fail(Collection<Outcome> outcomes, Rejection reason) {
    deliver(() -> outcomes.forEach(outcome -> outcome.fail(reason)));
  }

  void failTasks(Collection<Task<?>> tasks, Rejection reason) {
    deliver(() -> tasks.forEach(task -> task.answer().completeExceptionally(reason)));
  }

  void jobsAvailable(Set<String> types) {
    deliver(() -> types.forEach(this::tellListeners));
  }

  private void tellEffects(List<Effect> effects) {
    Set<String> types = new LinkedHashSet<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.JobsAvailable jobs) {
        types.add(jobs.type());
      } else if (effect instanceof Effect.ResultReady<?> ready) {
        ready.tell();
      } else if (effect instanceof Effect.ResultMissed missed) {
        missed.waiter().completeExceptionally(missed.reason());
      }
    }
    types.forEach(this::tellListeners);
  }

  private void tellListeners(String type) {
    for (Consumer<String> listener : listeners) {
      try {
        listener.accept(type);
      } catch (RuntimeException e) {
        LOG.error("A listener for available jobs failed", Redacted.of(e));
      }
    }
  }

  private void deliver(Runnable delivery) {
    boolean interrupted = false;
    while (true) {
      try {
        deliveries.put(delivery);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (Runnable next = deliveries.take(); next != END; next = deliveries.take()) {
        attempt(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attempt(Runnable delivery) {
    try {
      delivery.run();
    } catch (RuntimeException | Error e) {
      LOG.error("Answers could not be delivered", Redacted.of(e));
    }
  }

  /** Ends after everything was told. */
  @Override
  public void close() {
    deliver(END);
    Threads.join(thread);
  }
}
