package city.whistle.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a port busy: starts instances as fast as their number in flight and open allows, has a
 * worker do their jobs, and measures from the call that starts an instance to the answer that
 * completes its last job.
 */
final class Load {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Port port;
  private final Settings settings;
  private final Recorder recorder = new Recorder();
  private final Gate gate;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  Load(Port port, Settings settings) {
    this.port = port;
    this.settings = settings;
    this.gate = new Gate(settings.starts(), settings.open());
  }

  /**
   * Warms up, measures, and waits until all that was started is over.
   *
   * @throws IllegalStateException where the engine refused something or did not come to an end
   */
  Outcome run() {
    port.deploy();
    port.work(new Steps(), settings.completions());
    start();
    spend(settings.warmUp());
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < settings.rounds(); i++) {
      long begin = System.nanoTime();
      recorder.take();
      spend(settings.round());
      rounds.add(Round.of(recorder.take(), System.nanoTime() - begin));
    }
    drain();
    return new Outcome(rounds, started.get(), completed.get());
  }

  private void start() {
    while (gate.enter()) {
      startOne();
    }
  }

  private void startOne() {
    port.start(Errand.variables(begun.incrementAndGet(), System.nanoTime()))
        .whenComplete(
            (answer, refusal) -> {
              if (refusal != null) {
                failure.completeExceptionally(refusal);
                return;
              }
              started.incrementAndGet();
              gate.startAnswered();
              start();
            });
  }

  /** Waits, but not if something fails. */
  private void spend(Duration time) {
    try {
      failure.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException nothingFailed) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The engine refused a command", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void drain() {
    try {
      CompletableFuture.anyOf(gate.close(), failure).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "%d of %d instances did not come to their end"
              .formatted(begun.get() - completed.get(), begun.get()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private final class Steps implements Port.Worker {

    @Override
    public Map<String, Object> result(Port.Job job) {
      return Errand.result(job.elementId());
    }

    @Override
    public void completed(Port.Job job) {
      if (!Errand.isLast(job.elementId())) {
        return;
      }
      recorder.add(System.nanoTime() - job.startedAt());
      completed.incrementAndGet();
      gate.instanceEnded();
      start();
    }

    @Override
    public void failed(Throwable reason) {
      failure.completeExceptionally(
          reason instanceof CompletionException ? reason.getCause() : reason);
    }
  }
}
