package city.whistle.benchmarks;

import java.util.concurrent.CompletableFuture;

/** Lets in as many instances as may be starting and open at once. */
final class Gate {

  private final int mostStarting;
  private final int mostOpen;
  private final CompletableFuture<Void> empty = new CompletableFuture<>();
  private int starting;
  private int open;
  private boolean closed;

  Gate(int mostStarting, int mostOpen) {
    this.mostStarting = mostStarting;
    this.mostOpen = mostOpen;
  }

  /** Whether one more may start now; it counts as started then. */
  synchronized boolean enter() {
    if (closed || starting == mostStarting || open == mostOpen) {
      return false;
    }
    starting++;
    open++;
    return true;
  }

  synchronized void startAnswered() {
    starting--;
    completeIfEmpty();
  }

  synchronized void instanceEnded() {
    open--;
    completeIfEmpty();
  }

  /** Lets nobody in any more; the future is done when nothing is starting or open. */
  synchronized CompletableFuture<Void> close() {
    closed = true;
    completeIfEmpty();
    return empty;
  }

  private void completeIfEmpty() {
    if (closed && starting == 0 && open == 0) {
      empty.complete(null);
    }
  }
}
