package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.AttachmentIntake;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.ResidentErasure;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.photo.Photos;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each test changes rows as somebody could who owns the database, in an empty registry of this
 * class's own.
 */
@RegistryTest
@TestPropertySource(properties = "whistle.test=record-verification")
class RecordVerificationTest {

  private static final Caller HOTLINE = new Caller("demo-hotline", null, false);

  /** All that belongs to a case and that somebody may want to put back. */
  private static final List<String> TABLES =
      List.of(
          "case_file where id",
          "timeline_entry where subject",
          "timeline_head where subject",
          "record_seal where subject",
          "vault_access where case_id");

  @Autowired private TimelineVerification verification;
  @Autowired private Timeline timeline;
  @Autowired private Registry registry;
  @Autowired private ResidentVault vault;
  @Autowired private ResidentErasure erasure;
  @Autowired private AttachmentIntake attachments;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void emptyTheRegistry() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(
                  """
                  truncate registry.case_file, registry.whistle, registry.timeline_entry, registry.timeline_head,
                    registry.record_seal, registry.record_ledger, registry.vault_access, registry.case_key,
                    registry.case_secret, registry.attachment_chunk cascade""")
              .update();
        });
  }

  @Test
  void findsNothingInWhatTheProgramDid() {
    CaseFile file = lookedAtCaseWithAPhoto();
    close(file);
    erasure.erase(registry.file(file.id()), new Asker("demo-hotline", "agent-7", null, "本人申请"));

    assertThat(found()).isEmpty();
    assertThat(verification.verify((name, finding) -> {}).unsealed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner_code = 'xicheng-power'",
        "settled = 'settled', satisfied = 'satisfied', answered = true",
        "closed_at = closed_at - interval '3 days'",
        "status = 'withdrawn'",
        "settle_by = settle_by + interval '1 microsecond'",
        "included = true",
        "round = round - 1",
        "promised_by = promised_by + interval '1 day'",
        "received_at = received_at - interval '1 day'",
        "title = 'x'",
        "accused_unit = 'traffic'",
      })
  void findsACaseWhoseRowWasChanged(String change) {
    CaseFile file = registry.dispatched();
    close(file);

    tamper("update registry.case_file set " + change + " where id = ?", file.id());

    assertThat(found()).containsExactly(file.number() + " RECORD");
  }

  @Test
  void findsTheChangedRowStillAfterTheProgramWentOn() {
    CaseFile file = registry.dispatched();
    tamper("update registry.case_file set owner_code = 'xicheng-power' where id = ?", file.id());

    timeline.append(file.id(), "system", "CaseClosed", "");

    assertThat(found()).containsExactly(file.number() + " SPOILED");
  }

  @Test
  void findsACaseThatWasPutBackWithAllThatBelongsToIt() {
    CaseFile file = registry.dispatched();
    remember(file.id());
    close(file);

    putBack(file.id());

    assertThat(found()).containsExactly("ledger " + Ledger.shardOf(file.id()) + " LEDGER");
  }

  @Test
  void findsACaseThatWasRemovedWithAllThatBelongsToIt() {
    CaseFile file = registry.opened();
    registry.opened();

    TABLES.forEach(table -> tamper("delete from registry.%s = ?".formatted(table), file.id()));

    assertThat(found()).containsExactly("ledger " + Ledger.shardOf(file.id()) + " LEDGER");
  }

  @Test
  void findsALedgerThatWasChangedStillAfterTheProgramWentOn() {
    CaseFile file = registry.opened();
    ledgerCounts("records + 1", file);
    timeline.append(file.id(), "system", "CaseRegistered", "");
    ledgerCounts("records - 1", file);

    timeline.append(file.id(), "system", "CaseClosed", "");

    assertThat(found()).containsExactly("ledger " + Ledger.shardOf(file.id()) + " LEDGER");
  }

  private void ledgerCounts(String records, CaseFile file) {
    jdbc.sql("update registry.record_ledger set records = " + records + " where shard = ?")
        .param(Ledger.shardOf(file.id()))
        .update();
  }

  @Test
  void findsAWhistleWhoseWholeTimelineWasDropped() {
    UUID whistle = whistle();
    tamper("delete from registry.timeline_entry where subject = ?", whistle);
    tamper("delete from registry.timeline_head where subject = ?", whistle);

    assertThat(found()).containsExactly("W-1 NO_TIMELINE");
  }

  @Test
  void findsAWhistleWhoseRowWasChanged() {
    UUID whistle = whistle();

    tamper("update registry.whistle set approved = true where id = ?", whistle);

    assertThat(found()).containsExactly("W-1 RECORD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from registry.vault_access where case_id = ? and part = 'name'",
        "update registry.vault_access set who = 'somebody' where case_id = ? and part = 'name'",
        "update registry.vault_access set at = at - interval '1 day' where case_id = ? and part = 'phone'",
        "insert into registry.vault_access (case_id, part, who, reason, found, at) values (?, 'x', 'x', 'x', true, now())",
      })
  void findsLooksThatAreNotThoseThatWere(String change) {
    CaseFile file = lookedAtCaseWithAPhoto();

    tamper(change, file.id());

    assertThat(found()).containsExactly(file.number() + " LOOKS");
  }

  @Test
  void findsAMissingLookStillAfterOthers() {
    CaseFile file = lookedAtCaseWithAPhoto();
    tamper("delete from registry.vault_access where case_id = ? and part = 'name'", file.id());

    vault.reveal(file.id(), VaultPart.PHONE, "system", "told");

    assertThat(found()).containsExactly(file.number() + " LOOKS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECORD delete from registry.attachment where case_id = ?",
        "RECORD update registry.attachment set added_at = added_at - interval '1 day' where case_id = ?",
        "PHOTO delete from registry.attachment_chunk where case_id = ?",
        "PHOTO update registry.attachment_chunk set ciphertext = ciphertext || '\\x00' where case_id = ?",
        "NO_KEY delete from registry.case_key where case_id = ?",
      })
  void findsPhotosAndKeysThatAreNotThoseThatWere(String change) {
    CaseFile file = lookedAtCaseWithAPhoto();

    tamper(change.substring(change.indexOf(' ') + 1), file.id());

    assertThat(found())
        .containsExactly(file.number() + " " + change.substring(0, change.indexOf(' ')));
  }

  @Test
  void countsWhatAnOlderProgramLeftWithoutASeal() {
    CaseFile file = registry.opened();
    tamper("delete from registry.record_seal where subject = ?", file.id());
    tamper("delete from registry.record_ledger where ? is not null", file.id());

    assertThat(found()).isEmpty();
    assertThat(verification.verify((name, finding) -> {}).unsealed()).isOne();

    vault.reveal(file.id(), VaultPart.PHONE, "system", "told");
    assertThat(found()).isEmpty();
    assertThat(verification.verify((name, finding) -> {}).unsealed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete from registry.record_seal", "truncate registry.record_ledger"})
  void areKeptByTheDatabaseItself(String change) {
    registry.opened();

    assertThat(Stream.of(change).filter(this::isRefused)).hasSize(1);
  }

  private boolean isRefused(String change) {
    try {
      jdbc.sql(change).update();
      return false;
    } catch (DataAccessException e) {
      return true;
    }
  }

  private CaseFile lookedAtCaseWithAPhoto() {
    CaseFile file = registry.dispatched();
    vault.reveal(file.id(), VaultPart.NAME, "system", "told");
    vault.reveal(file.id(), VaultPart.PHONE, "system", "told");
    attachments.take(file, HOTLINE, UUID.randomUUID(), Photos.jpeg(100, 80), null);
    return file;
  }

  private void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
  }

  /** A whistle without a case, with a line. */
  private UUID whistle() {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into registry.whistle (id, number, kind, street_code, cross_district, reason, place, units, blown_at)
                  values (?, 'W-1', 'keyWork', '110102009', false, '', '', '{}', now())""")
              .param(id)
              .update();
          timeline.append(id, "street:110102009", "WhistleBlown", "");
        });
    return id;
  }

  private List<String> found() {
    TreeSet<String> found = new TreeSet<>();
    verification.verify((name, finding) -> found.add(name + " " + finding.kind()));
    return List.copyOf(found);
  }

  private void remember(UUID id) {
    for (String table : TABLES) {
      String name = table.substring(0, table.indexOf(' '));
      jdbc.sql("create table public.old_%s as select * from registry.%s = ?".formatted(name, table))
          .param(id)
          .update();
    }
  }

  private void putBack(UUID id) {
    for (String table : TABLES) {
      String name = table.substring(0, table.indexOf(' '));
      tamper("delete from registry.%s = ?".formatted(table), id);
      tamper(
          "insert into registry.%s overriding system value select * from public.old_%s where ? is not null"
              .formatted(name, name),
          id);
    }
  }

  private void tamper(String change, UUID id) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(change).param(id).update();
        });
  }
}
