package city.whistle.workers.resident;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** A case's data key, as it is kept: sealed under the master key and bound to its case. */
record SealedKey(UUID caseId, byte[] box) {

  static final RowMapper<SealedKey> ROW =
      (row, n) -> new SealedKey(row.getObject("case_id", UUID.class), row.getBytes("wrapped_key"));

  static SealedKey of(UUID caseId, byte[] dataKey, MasterKey master) {
    return new SealedKey(caseId, SealedBox.seal(master.wrapping(), label(caseId), dataKey));
  }

  /** The data key; empty where the master key is another one, or the row was changed. */
  Optional<byte[]> open(MasterKey master) {
    try {
      return Optional.of(dataKey(master));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalStateException where the master key is another one, or the row was changed
   */
  byte[] dataKey(MasterKey master) {
    return SealedBox.open(master.wrapping(), label(caseId), box);
  }

  private static String label(UUID caseId) {
    return caseId + "|key";
  }
}
