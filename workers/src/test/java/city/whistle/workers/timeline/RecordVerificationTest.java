package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.ResidentErasure;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.resident.VaultPart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Each test changes rows as somebody could who owns the database, in an empty registry of this
 * class's own.
 */
@RegistryTest
@TestPropertySource(properties = "whistle.test=record-verification")
class RecordVerificationTest extends RecordVerificationScene {

  /** All that belongs to a case and that somebody may want to put back. */
  private static final List<String> TABLES =
      List.of(
          "case_file where id",
          "timeline_entry where subject",
          "timeline_head where subject",
          "record_seal where subject",
          "vault_access where case_id");

  @Autowired private ResidentErasure erasure;
  @Autowired private ArchiveCaseWorker archive;

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

  private void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
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
}
