package city.whistle.engine.key;

/**
 * Hands out the keys of everything that the engine creates: ascending, never twice. Keys carry
 * Camunda's partition number in their upper bits, here always partition 1. Only the writer thread
 * calls it; the store saves {@link #last()} with every group of commands.
 */
public final class KeyGenerator {

  /** The key before the first one of partition 1. */
  public static final long ORIGIN = 1L << 51;

  private long last = ORIGIN;

  public long next() {
    return ++last;
  }

  public long last() {
    return last;
  }

  /** Goes on after a key that the store knows as the last one given out. */
  public void continueAfter(long key) {
    last = Math.max(ORIGIN, key);
  }
}
