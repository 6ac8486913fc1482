package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The seal over what is known of a case or whistle, as it was at the last commit that touched it.
 *
 * @param seq number of its timeline's last line; 0 for none
 * @param looks how many lines of the access log are about it
 * @param lookSum over them, see {@link Sum}
 * @param spoiled before which line its row was found changed; {@link #NEVER} where it wasn't
 */
record SealedRecord(UUID subject, int seq, long looks, byte[] lookSum, int spoiled, byte[] seal) {

  static final int NEVER = -1;

  private static final int NUMBERS_BYTES = 16 + 4 + 8 + 4;

  static SealedRecord read(ResultSet row) throws SQLException {
    return new SealedRecord(
        row.getObject("subject", UUID.class),
        row.getInt("seq"),
        row.getLong("looks"),
        row.getBytes("look_sum"),
        row.getInt("spoiled"),
        row.getBytes("seal"));
  }

  /**
   * @param head null where there is no timeline
   * @param content what the rows say, see {@link RecordContent}; empty where there is no row
   */
  static SealedRecord of(
      UUID subject,
      TimelineHead head,
      long looks,
      byte[] lookSum,
      int spoiled,
      String content,
      MasterKey key) {
    int seq = head == null ? 0 : head.seq();
    return new SealedRecord(
        subject,
        seq,
        looks,
        lookSum,
        spoiled,
        seal(subject, seq, head, looks, lookSum, spoiled, content, key));
  }

  /** Whether it is what the key sealed over this head and content. */
  boolean holds(TimelineHead head, String content, MasterKey key) {
    return seq == (head == null ? 0 : head.seq())
        && MessageDigest.isEqual(
            seal, seal(subject, seq, head, looks, lookSum, spoiled, content, key));
  }

  private static byte[] seal(
      UUID subject,
      int seq,
      TimelineHead head,
      long looks,
      byte[] lookSum,
      int spoiled,
      String content,
      MasterKey key) {
    byte[] said = content.getBytes(StandardCharsets.UTF_8);
    byte[] end = head == null || head.seal() == null ? ChainSeal.START : head.seal();
    return key.mac(
        "record",
        ByteBuffer.allocate(NUMBERS_BYTES + lookSum.length + end.length + said.length)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .putInt(seq)
            .putLong(looks)
            .putInt(spoiled)
            .put(lookSum)
            .put(end)
            .put(said)
            .array());
  }

  /** What it adds to its ledger. */
  byte[] digest(MasterKey key) {
    return key.mac(
        "record-ledger",
        ByteBuffer.allocate(16 + seal.length)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .put(seal)
            .array());
  }
}
