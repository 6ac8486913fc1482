package city.whistle.engine.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bounds the bytes that are being received at once, over all connections. Where they are more,
 * somebody is given up: of the size that takes most room, who has been of that size for longest. So
 * many that begin large contents and don't end them lose their own, many that say nothing likewise,
 * and who sends something and ends it gets through among either.
 */
public final class Arrivals {

  private static final long MEMORY_SHARE = 8;

  private final long most;

  /** By how many bits their length has. */
  private final List<Size> sizes = Stream.generate(Size::new).limit(Long.SIZE + 1L).toList();

  private long received;

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
    synchronized (this) {
      sizeOf(arrival).add(arrival);
    }
    return arrival;
  }

  /** Those there is no room for; they are no more counted. */
  private List<Arrival> makeRoom() {
    List<Arrival> tooMuch = new ArrayList<>();
    while (received > most) {
      Arrival oldest =
          sizes.stream().max(Comparator.comparingLong(Size::bytes)).orElseThrow().oldest();
      oldest.leave();
      tooMuch.add(oldest);
    }
    return tooMuch;
  }

  private Size sizeOf(Arrival arrival) {
    return sizes.get(Long.SIZE - Long.numberOfLeadingZeros(arrival.bytes));
  }

  /** Arrivals of about one length. */
  private static final class Size {

    private final Set<Arrival> oldestFirst = new LinkedHashSet<>();
    private long bytes;

    void add(Arrival arrival) {
      oldestFirst.add(arrival);
      bytes += arrival.bytes;
    }

    boolean remove(Arrival arrival) {
      boolean there = oldestFirst.remove(arrival);
      bytes -= there ? arrival.bytes : 0;
      return there;
    }

    long bytes() {
      return bytes;
    }

    Arrival oldest() {
      return oldestFirst.iterator().next();
    }
  }

  /** Something that arrives in parts. */
  public final class Arrival {

    private final Runnable giveUp;
    private long bytes;

    private Arrival(Runnable giveUp) {
      this.giveUp = giveUp;
    }

    /** More of it is here. */
    public void add(long length) {
      List<Arrival> tooMuch;
      synchronized (Arrivals.this) {
        if (!leave()) {
          return;
        }
        bytes += length;
        received += bytes;
        sizeOf(this).add(this);
        tooMuch = makeRoom();
      }
      tooMuch.forEach(one -> one.giveUp.run());
    }

    /** It is no more this one's matter; true the first time. */
    public boolean end() {
      synchronized (Arrivals.this) {
        return leave();
      }
    }

    private boolean leave() {
      boolean there = sizeOf(this).remove(this);
      received -= there ? bytes : 0;
      return there;
    }
  }
}
