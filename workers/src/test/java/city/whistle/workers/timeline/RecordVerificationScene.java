package city.whistle.workers.timeline;

import city.whistle.workers.Registry;
import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.AttachmentIntake;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.photo.Photos;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes rows as somebody could who owns the database, in an empty registry of its own. */
abstract class RecordVerificationScene {

  static final Caller HOTLINE = new Caller("demo-hotline", null, false);

  @Autowired TimelineVerification verification;
  @Autowired Timeline timeline;
  @Autowired Registry registry;
  @Autowired ResidentVault vault;
  @Autowired AttachmentIntake attachments;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void emptyTheRegistry() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(
                  """
                  truncate registry.case_file, registry.whistle, registry.timeline_entry, registry.timeline_head,
                    registry.record_seal, registry.record_ledger, registry.vault_access, registry.case_key,
                    registry.case_secret, registry.attachment_chunk cascade\
                  """)
              .update();
        });
  }

  CaseFile lookedAtCaseWithAPhoto() {
    CaseFile file = registry.dispatched();
    vault.reveal(file.id(), VaultPart.NAME, "system", "told");
    vault.reveal(file.id(), VaultPart.PHONE, "system", "told");
    attachments.take(file, HOTLINE, UUID.randomUUID(), Photos.jpeg(100, 80), null);
    return file;
  }

  /** A whistle without a case, with a line. */
  UUID whistle() {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into registry.whistle (id, number, kind, street_code, cross_district, reason, place, units, blown_at)
                  values (?, 'W-1', 'keyWork', '110102009', false, '', '', '{}', now())\
                  """)
              .param(id)
              .update();
          timeline.append(id, "street:110102009", "WhistleBlown", "");
        });
    return id;
  }

  List<String> found() {
    TreeSet<String> found = new TreeSet<>();
    verification.verify((name, finding) -> found.add(name + " " + finding.kind()));
    return List.copyOf(found);
  }

  void tamper(String change, UUID id) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(change).param(id).update();
        });
  }
}
