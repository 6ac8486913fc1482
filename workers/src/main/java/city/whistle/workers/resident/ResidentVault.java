package city.whistle.workers.resident;

import city.whistle.workers.calendar.CityTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Residents' personal data and words, apart from the case and encrypted with a key of the case's
 * own. Whoever reveals a part says who and why, and that is logged, also where nothing was found.
 * Destroying a case's key makes all its parts unreadable for good.
 */
@Component
public class ResidentVault {

  private static final int PARTS_MAX = 1000;
  private static final List<VaultPart> IDENTIFYING =
      List.of(VaultPart.NAME, VaultPart.PHONE, VaultPart.EMAIL);
  private static final List<VaultPart> ADDRESS = List.of(VaultPart.ADDRESS);

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final CityTime time;
  private final AccessLog log;

  ResidentVault(JdbcClient jdbc, MasterKey master, CityTime time, AccessLog log) {
    this.jdbc = jdbc;
    this.master = master;
    this.time = time;
    this.log = log;
  }

  /**
   * Makes the case's key; a case has it from its first row on.
   *
   * @throws IllegalStateException where the master key was changed since this program started
   */
  public void open(UUID caseId) {
    SealedKey made = SealedKey.of(caseId, MasterKey.random(), master);
    int opened =
        jdbc.sql(
                """
                insert into registry.case_key (case_id, wrapped_key, created_at)
                  select ?, ?, ? from registry.master_key where check_value = ?""")
            .params(caseId, made.box(), time.now(), master.checkValue())
            .update();
    if (opened == 0) {
      throw new IllegalStateException(
          "the master key was changed since this program started: start it anew with the new one");
    }
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
                          set ciphertext = excluded.ciphertext, stored_at = excluded.stored_at\
                        """)
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
              where s.case_id = ? and s.part = ?)\
            """)
        .params(caseId, part.name())
        .query(Boolean.class)
        .single();
  }

  /** Whether the resident can be called or written to by phone, see {@link PhoneNumber}. */
  public boolean holdsNumber(UUID caseId) {
    return keyOf(caseId)
            .flatMap(key -> read(caseId, VaultPart.PHONE, key))
            .flatMap(PhoneNumber::in)
            .isPresent()
        && !holds(caseId, VaultPart.PHONE_WRONG);
  }

  /** The number is somebody else's: nobody dials it again, and no message goes there. */
  public void numberIsWrong(UUID caseId) {
    seal(caseId, VaultPart.PHONE_WRONG, "true");
  }

  /** Whether a case's data can't be read any more. */
  public boolean isErased(UUID caseId) {
    return jdbc.sql("select not exists (select 1 from registry.case_key where case_id = ?)")
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /**
   * The text of a part; empty where there is none or the case was erased.
   *
   * @param who part of the system that needs it, not blank
   * @param reason why it is needed, not blank
   */
  @Transactional
  public Optional<String> reveal(UUID caseId, VaultPart part, String who, String reason) {
    return reveal(caseId, part, new VaultAccess(null, null, null, who, reason));
  }

  /** The text of a part; empty where there is none or the case was erased. */
  @Transactional
  public Optional<String> reveal(UUID caseId, VaultPart part, VaultAccess access) {
    Optional<String> text = keyOf(caseId).flatMap(key -> read(caseId, part, key));
    log.looked(caseId, part, access, text.isPresent());
    return text;
  }

  /** The parts whose names begin so, oldest first. */
  public List<VaultPart> parts(UUID caseId, String prefix) {
    return jdbc.sql(
            """
            select part from registry.case_secret where case_id = ? and starts_with(part, ?)
            order by stored_at, part limit ?\
            """)
        .params(caseId, prefix, PARTS_MAX)
        .query((row, n) -> new VaultPart(row.getString("part")))
        .list();
  }

  /**
   * What may be kept for ever of texts about a case: without what the resident gave, and without
   * what {@link Redaction} finds. Shows nothing of that, so it is not logged.
   *
   * @param subject the case's id; of another subject, which has nothing given, the rules alone hold
   */
  public CaseRedaction redaction(UUID subject) {
    return new CaseRedaction(() -> given(subject, IDENTIFYING), () -> given(subject, ADDRESS));
  }

  /** A single text after {@link #redaction}; null stays null. */
  public String redact(UUID subject, String text) {
    return redaction(subject).of(text);
  }

  /** As {@link #redact}, for who must not guess who complained; of the address, words stay. */
  public String shield(UUID subject, String text) {
    return Redaction.shielding(text, given(subject, IDENTIFYING));
  }

  private String[] given(UUID subject, List<VaultPart> parts) {
    return keyOf(subject).stream()
        .flatMap(key -> parts.stream().flatMap(part -> read(subject, part, key).stream()))
        .toArray(String[]::new);
  }

  /**
   * Destroys the case's key: nothing of the resident can be read again, here or in any backup made
   * later.
   */
  public void erase(UUID caseId) {
    jdbc.sql("delete from registry.case_key where case_id = ?").param(caseId).update();
    jdbc.sql("delete from registry.case_secret where case_id = ?").param(caseId).update();
    jdbc.sql("delete from registry.attachment_chunk where case_id = ?").param(caseId).update();
    jdbc.sql("update registry.attachment set source_mac = null where case_id = ?")
        .param(caseId)
        .update();
  }

  private Optional<String> read(UUID caseId, VaultPart part, SecretKey key) {
    return jdbc.sql("select ciphertext from registry.case_secret where case_id = ? and part = ?")
        .params(caseId, part.name())
        .query(byte[].class)
        .optional()
        .map(box -> SealedBox.open(key, label(caseId, part), box))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  Optional<SecretKey> keyOf(UUID caseId) {
    return jdbc.sql("select case_id, wrapped_key from registry.case_key where case_id = ?")
        .param(caseId)
        .query(SealedKey.ROW)
        .optional()
        .map(row -> new SecretKeySpec(row.dataKey(master), "AES"));
  }

  private static String label(UUID caseId, VaultPart part) {
    return caseId + "|" + part.name();
  }
}
