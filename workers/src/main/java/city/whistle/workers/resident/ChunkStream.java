package city.whistle.workers.resident;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** A content of which no more than one chunk is in memory. */
final class ChunkStream extends InputStream {

  private final int count;
  private final IntFunction<byte[]> chunks;
  private int next;
  private byte[] chunk = {};
  private int at;

  ChunkStream(int count, IntFunction<byte[]> chunks) {
    this.count = count;
    this.chunks = chunks;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int some = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, some);
    at += some;
    return some;
  }

  private boolean fill() throws IOException {
    while (at == chunk.length && next < count) {
      chunk = read(next++);
      at = 0;
    }
    return at < chunk.length;
  }

  private byte[] read(int position) throws IOException {
    try {
      return chunks.apply(position);
    } catch (IllegalStateException e) {
      throw new IOException("the content ends before chunk " + position, e);
    }
  }
}
