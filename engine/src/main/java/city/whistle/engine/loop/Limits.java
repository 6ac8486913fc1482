package city.whistle.engine.loop;

/**
 * Bounds of the loop.
 *
 * @param waiting how many commands may wait; further ones are refused
 * @param waitingBytes how many bytes they may hold together; where none waits, one may hold more
 * @param commands how many commands are committed together at most
 * @param changes after how many changes of rows a group is committed in any case; a large row
 *     counts as one more for each KB
 */
public record Limits(int waiting, long waitingBytes, int commands, int changes) {

  /** As much as 32 of the largest requests. */
  private static final long WAITING_BYTES = 32L * 4 * 1024 * 1024;

  public static final Limits DEFAULT = new Limits(10_000, WAITING_BYTES, 1_000, 20_000);
}
