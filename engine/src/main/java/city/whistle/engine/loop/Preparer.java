package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.Preparation;
import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what commands need before their turn on a thread of its own, one after the other, so that
 * they keep their order among themselves; commands that need nothing go by them. In between it does
 * what later commands are likely to need.
 */
final class Preparer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Preparer.class);

  private final CommandProcessor processor;
  private final CommandQueue unprepared;
  private final CommandQueue prepared;
  private final Queue<Runnable> ahead = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "engine-preparer");
  private volatile boolean stopping;

  /**
   * @param limits of the commands that wait to be prepared, beside those that wait in the queue
   * @param prepared where they go then
   */
  Preparer(CommandProcessor processor, Limits limits, CommandQueue prepared) {
    this.processor = processor;
    this.unprepared = new CommandQueue(limits.waiting(), limits.waitingBytes());
    this.prepared = prepared;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Queues a task, by way of its preparation where there is one.
   *
   * @return why it was refused, empty where it was not
   */
  Optional<Rejection> offer(Task<?> task) {
    boolean ready = processor.preparation(task.command()).isEmpty();
    return ready ? prepared.offer(task) : unprepared.offer(task);
  }

  /** Does these while no command waits; they replace those that were left from earlier. */
  void ahead(List<Runnable> tasks) {
    ahead.clear();
    ahead.addAll(tasks);
    unprepared.wake();
  }

  /** Prepares what waits, then ends; the writer must still be there to take it. */
  @Override
  public void close() {
    stopping = true;
    unprepared.close(Refusals.STOPPING);
    Threads.join(thread);
    unprepared
        .drain()
        .forEach(
            left -> left.answer().completeExceptionally(Refusals.unavailable(Refusals.STOPPING)));
  }

  private void run() {
    try {
      while (!(stopping && unprepared.isEmpty())) {
        unprepared.await(ahead.isEmpty() ? Long.MAX_VALUE : 0);
        unprepared.poll().ifPresentOrElse(this::prepare, this::goAhead);
      }
    } catch (InterruptedException e) {
      LOG.warn("The engine was interrupted before everything was prepared");
    }
  }

  private <A> void prepare(Task<A> task) {
    try {
      Preparation<A> preparation = processor.preparation(task.command()).orElseThrow();
      Optional<A> known = preparation.question().flatMap(this::ask);
      if (known.isPresent()) {
        task.answer().complete(known.get());
      } else {
        queue(task.with(preparation.prepare()));
      }
    } catch (Rejection rejection) {
      task.answer().completeExceptionally(rejection);
    } catch (RuntimeException | Error bug) {
      LOG.error("{} could not be prepared", Described.of(task.command()), Redacted.of(bug));
      task.answer().completeExceptionally(Refusals.internal(task.command()));
    }
  }

  private <A> A ask(Command<A> question) {
    Task<A> task = Task.of(question);
    queue(task);
    try {
      return task.answer().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Rejection rejection) {
        throw rejection;
      }
      throw e;
    }
  }

  private void queue(Task<?> task) {
    prepared
        .addInternal(task)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** What fails here fails again, and is told, where it is needed. */
  private void goAhead() {
    Runnable next = stopping ? null : ahead.poll();
    if (next == null) {
      return;
    }
    try {
      next.run();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("Nothing could be prepared ahead of its use", Redacted.of(e));
    }
  }
}
