package city.whistle.workers.resident;

import city.whistle.workers.calendar.CityTime;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Residents' personal data and words, apart from the case and encrypted with a key of the case's
 * own. Whoever reveals a part says who and why, and that is logged, also where nothing was found.
 * Destroying a case's key makes all its parts unreadable for good.
 */
@Component
public class ResidentVault {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final CityTime time;

  ResidentVault(JdbcClient jdbc, MasterKey master, CityTime time) {
    this.jdbc = jdbc;
    this.master = master;
    this.time = time;
  }

  /** Makes the case's key; a case has it from its first row on. */
  public void open(UUID caseId) {
    byte[] key = new byte[MasterKey.BYTES];
    RANDOM.nextBytes(key);
    jdbc.sql("insert into registry.case_key (case_id, wrapped_key, created_at) values (?, ?, ?)")
        .params(caseId, SealedBox.seal(master.wrapping(), keyLabel(caseId), key), time.now())
        .update();
  }

  /**
   * Seals {@code text} as {@code part}, in place of what was there. Null or blank text is not
   * stored; nor is anything after the case's key was destroyed: who asked to be forgotten stays so.
   */
  public void seal(UUID caseId, VaultPart part, String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    keyOf(caseId)
        .ifPresent(
            key ->
                jdbc.sql(
                        """
                        insert into registry.case_secret (case_id, part, ciphertext, stored_at) values (?, ?, ?, ?)
                        on conflict (case_id, part) do update
                          set ciphertext = excluded.ciphertext, stored_at = excluded.stored_at""")
                    .params(
                        caseId,
                        part.name(),
                        SealedBox.seal(
                            key, label(caseId, part), text.getBytes(StandardCharsets.UTF_8)),
                        time.now())
                    .update());
  }

  /** Whether a part is there, without revealing it. */
  public boolean holds(UUID caseId, VaultPart part) {
    return jdbc.sql(
            """
            select exists (select 1 from registry.case_secret s join registry.case_key k using (case_id)
              where s.case_id = ? and s.part = ?)""")
        .params(caseId, part.name())
        .query(Boolean.class)
        .single();
  }

  /**
   * The text of a part; empty where there is none or the case was erased.
   *
   * @param who user or client who sees it, not blank
   * @param reason why it is needed, not blank
   */
  public Optional<String> reveal(UUID caseId, VaultPart part, String who, String reason) {
    if (who.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("say who reveals a resident's data, and why");
    }
    Optional<String> text = keyOf(caseId).flatMap(key -> read(caseId, part, key));
    jdbc.sql(
            """
            insert into registry.vault_access (case_id, part, who, reason, found, at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(caseId, part.name(), who, reason, text.isPresent(), time.now())
        .update();
    return text;
  }

  /**
   * Destroys the case's key: nothing of the resident can be read again, here or in any backup made
   * later.
   */
  public void erase(UUID caseId) {
    jdbc.sql("delete from registry.case_key where case_id = ?").param(caseId).update();
    jdbc.sql("delete from registry.case_secret where case_id = ?").param(caseId).update();
  }

  private Optional<String> read(UUID caseId, VaultPart part, SecretKey key) {
    return jdbc.sql("select ciphertext from registry.case_secret where case_id = ? and part = ?")
        .params(caseId, part.name())
        .query(byte[].class)
        .optional()
        .map(box -> SealedBox.open(key, label(caseId, part), box))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private Optional<SecretKey> keyOf(UUID caseId) {
    return jdbc.sql("select wrapped_key from registry.case_key where case_id = ?")
        .param(caseId)
        .query(byte[].class)
        .optional()
        .map(box -> SealedBox.open(master.wrapping(), keyLabel(caseId), box))
        .map(key -> new SecretKeySpec(key, "AES"));
  }

  private static String label(UUID caseId, VaultPart part) {
    return caseId + "|" + part.name();
  }

  private static String keyLabel(UUID caseId) {
    return caseId + "|key";
  }
}
