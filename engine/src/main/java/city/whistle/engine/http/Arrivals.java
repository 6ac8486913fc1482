package city.whistle.engine.http;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes that are being received at once, over all connections. Where they are more, who
 * holds most of them is given up: many that begin large contents and don't end them lose their own,
 * and who sends little gets through.
 */
public final class Arrivals {

  private static final long MEMORY_SHARE = 8;

  private final long most;
  private final AtomicLong received = new AtomicLong();
  private final Set<Arrival> all = ConcurrentHashMap.newKeySet();

  /**
   * @param most in bytes
   */
  public Arrivals(long most) {
    this.most = most;
  }

  /**
   * An eighth of the memory there is, since what is received is copied once or twice when it is
   * read; but at least two contents of the largest size.
   */
  public static long most(long largest) {
    return Math.max(2 * largest, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  }

  /**
   * @param giveUp lets go of what has arrived; it may be called on any thread, once
   */
  public Arrival begin(Runnable giveUp) {
    Arrival arrival = new Arrival(giveUp);
    all.add(arrival);
    return arrival;
  }

  private void makeRoom() {
    while (received.get() > most) {
      Optional<Arrival> largest = all.stream().max(Comparator.comparingLong(Arrival::bytes));
      if (largest.isEmpty()) {
        return;
      }
      if (largest.get().end()) {
        largest.get().giveUp.run();
      }
    }
  }

  /** Something that arrives in parts. */
  public final class Arrival {

    private final Runnable giveUp;
    private final AtomicLong bytes = new AtomicLong();

    private Arrival(Runnable giveUp) {
      this.giveUp = giveUp;
    }

    /** More of it is here. */
    public void add(long length) {
      synchronized (this) {
        if (!all.contains(this)) {
          return;
        }
        bytes.addAndGet(length);
        received.addAndGet(length);
      }
      makeRoom();
    }

    private long bytes() {
      return bytes.get();
    }

    /** It is no more this one's matter; true the first time. */
    public synchronized boolean end() {
      boolean first = all.remove(this);
      if (first) {
        received.addAndGet(-bytes.getAndSet(0));
      }
      return first;
    }
  }
}
