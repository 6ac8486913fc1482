package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import java.nio.ByteBuffer;

/**
 * Seals the hashes of all lines up to one with the master key. Each seal has the one before it in
 * it, so that a forged end is never healed by lines that are written honestly after it.
 */
final class ChainSeal {

  /** What stands before the first line. */
  static final byte[] START = new byte[32];

  private static final String PURPOSE = "timeline";

  private ChainSeal() {}

  /**
   * @param previous the seal of the line before; null stands for {@link #START}
   */
  static byte[] after(byte[] previous, byte[] hash, MasterKey key) {
    byte[] before = previous == null ? START : previous;
    return key.mac(
        PURPOSE, ByteBuffer.allocate(before.length + hash.length).put(before).put(hash).array());
  }
}
