package city.whistle.workers.resident;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A content sealed in chunks of bounded size, each by itself. The label of each has its place and
 * whether it is the last: chunks that are changed, left out, cut off at the end, put in another
 * order or taken from another content can't be opened.
 */
final class ChunkedBox {

  static final int CHUNK_BYTES = 128 * 1024;

  private final SecretKey key;
  private final String label;

  ChunkedBox(SecretKey key, String label) {
    this.key = key;
    this.label = label;
  }

  static int count(int bytes) {
    return Math.max(1, (bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
  }

  byte[] seal(byte[] content, int position) {
    int from = position * CHUNK_BYTES;
    int to = Math.min(content.length, from + CHUNK_BYTES);
    return SealedBox.seal(
        key,
        label(position, position == count(content.length) - 1),
        Arrays.copyOfRange(content, from, to));
  }

  /**
   * @throws IllegalStateException where it isn't the chunk that was sealed for this place
   */
  byte[] open(byte[] chunk, int position, boolean last) {
    return SealedBox.open(key, label(position, last), chunk);
  }

  private String label(int position, boolean last) {
    return label + "|" + position + (last ? "|end" : "|more");
  }
}
