package city.whistle.workers.timeline;

import city.whistle.workers.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The hash that ties a line to the one before it. */
final class ChainLink {

  /** What stands before the first line. */
  static final byte[] START = new byte[32];

  private ChainLink() {}

  static byte[] hash(byte[] previous, UUID subject, TimelineEntry entry) {
    MessageDigest digest = Sha256.start();
    digest.update(previous);
    add(digest, subject.toString());
    add(digest, Integer.toString(entry.seq()));
    add(digest, Long.toString(entry.at().toInstant().toEpochMilli()));
    add(digest, entry.who());
    add(digest, entry.what());
    add(digest, entry.why());
    add(digest, entry.details());
    return digest.digest();
  }

  /** Length first, so that no two different lines give the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(bytes);
  }
}
