package city.whistle.workers.timeline;

/** Exclusive or: digests come in and go out of it in any order. */
final class Sum {

  static final int BYTES = 32;

  private Sum() {}

  static byte[] zero() {
    return new byte[BYTES];
  }

  /** A new array with {@code digest} put in, or taken out where it was in. */
  static byte[] with(byte[] sum, byte[] digest) {
    byte[] next = sum.clone();
    for (int i = 0; i < BYTES; i++) {
      next[i] ^= digest[i];
    }
    return next;
  }
}
