package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One of the ledgers over all records' seals.
 *
 * @param spoiled whether it was once found not to be what the key had sealed; that stays
 */
record Ledger(int shard, long records, byte[] sum, boolean spoiled, byte[] seal) {

  static final int SHARDS = 16;

  static int shardOf(UUID subject) {
    return (int) (subject.getLeastSignificantBits() & SHARDS - 1);
  }

  static Ledger empty(int shard, MasterKey key) {
    return sealed(shard, 0, Sum.zero(), false, key);
  }

  static Ledger read(ResultSet row) throws SQLException {
    return new Ledger(
        row.getInt("shard"),
        row.getLong("records"),
        row.getBytes("sum"),
        row.getBoolean("spoiled"),
        row.getBytes("seal"));
  }

  boolean holds(MasterKey key) {
    return MessageDigest.isEqual(seal, sealed(shard, records, sum, spoiled, key).seal);
  }

  /**
   * With one record in another's place.
   *
   * @param before null where the record is new
   */
  Ledger with(SealedRecord before, SealedRecord after, MasterKey key) {
    byte[] without = before == null ? sum : Sum.with(sum, before.digest(key));
    return sealed(
        shard,
        records + (before == null ? 1 : 0),
        Sum.with(without, after.digest(key)),
        spoiled || !holds(key),
        key);
  }

  private static Ledger sealed(
      int shard, long records, byte[] sum, boolean spoiled, MasterKey key) {
    byte[] said =
        ByteBuffer.allocate(4 + 8 + 1 + sum.length)
            .putInt(shard)
            .putLong(records)
            .put((byte) (spoiled ? 1 : 0))
            .put(sum)
            .array();
    return new Ledger(shard, records, sum, spoiled, key.mac("ledger", said));
  }
}
