package city.whistle.workers.resident;

import city.whistle.workers.digest.Sha256;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contents too large for a row, in chunks under the case's key; erased with it. */
@Component
public class SealedFiles {

  private final JdbcClient jdbc;
  private final ResidentVault vault;

  SealedFiles(JdbcClient jdbc, ResidentVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * Holds the case's key until the transaction ends, so that it is not destroyed meanwhile, and
   * that two writers come one after the other; false where there is none any more.
   */
  public boolean lock(UUID caseId) {
    return jdbc.sql("select 1 from registry.case_key where case_id = ? for update")
        .param(caseId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * Seals the content in the caller's transaction.
   *
   * @return SHA-256 over the sealed chunks
   * @throws IllegalStateException where the case was erased
   */
  public byte[] seal(UUID caseId, UUID id, byte[] content) {
    ChunkedBox box =
        new ChunkedBox(
            vault.keyOf(caseId).orElseThrow(IllegalStateException::new), label(caseId, id));
    MessageDigest digest = Sha256.start();
    for (int position = 0; position < ChunkedBox.count(content.length); position++) {
      byte[] chunk = box.seal(content, position);
      digest.update(chunk);
      jdbc.sql(
              """
              insert into registry.attachment_chunk (case_id, attachment_id, position, ciphertext)
              values (?, ?, ?, ?)\
              """)
          .params(caseId, id, position, chunk)
          .update();
    }
    return digest.digest();
  }

  /**
   * The content, read chunk by chunk as it is asked for, after all of it was found to be what was
   * sealed. What is changed later is an {@link java.io.IOException} when its turn comes.
   *
   * @param bytes how many the content has
   * @return empty where the case was erased
   * @throws IllegalStateException where a chunk isn't what was sealed, or is gone
   */
  public Optional<InputStream> open(UUID caseId, UUID id, int bytes) {
    int count = ChunkedBox.count(bytes);
    return vault
        .keyOf(caseId)
        .map(key -> new ChunkedBox(key, label(caseId, id)))
        .map(box -> reader(box, caseId, id, count))
        .map(
            chunks -> {
              IntStream.range(0, count).forEach(chunks::apply);
              return new ChunkStream(count, chunks);
            });
  }

  private IntFunction<byte[]> reader(ChunkedBox box, UUID caseId, UUID id, int count) {
    return position ->
        chunk(caseId, id, position)
            .map(chunk -> box.open(chunk, position, position == count - 1))
            .orElseThrow(() -> new IllegalStateException("chunk " + position + " is gone"));
  }

  private Optional<byte[]> chunk(UUID caseId, UUID id, int position) {
    return jdbc.sql(
            """
            select ciphertext from registry.attachment_chunk
            where case_id = ? and attachment_id = ? and position = ?\
            """)
        .params(caseId, id, position)
        .query(byte[].class)
        .optional();
  }

  private static String label(UUID caseId, UUID id) {
    return caseId + "|file|" + id;
  }
}
