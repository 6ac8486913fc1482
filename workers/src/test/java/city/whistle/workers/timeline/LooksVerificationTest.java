package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.resident.VaultPart;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;

/** Looks, photos and keys that are not those that were. */
@RegistryTest
@TestPropertySource(properties = "whistle.test=record-verification")
class LooksVerificationTest extends RecordVerificationScene {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from registry.vault_access where case_id = ? and part = 'name'",
        "update registry.vault_access set who = 'somebody' where case_id = ? and part = 'name'",
        "update registry.vault_access set at = at - interval '1 day' where case_id = ? and part ="
            + " 'phone'",
        "insert into registry.vault_access (case_id, part, who, reason, found, at) values (?, 'x',"
            + " 'x', 'x', true, now())",
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
        "RECORD update registry.attachment set added_at = added_at - interval '1 day' where case_id"
            + " = ?",
        "PHOTO delete from registry.attachment_chunk where case_id = ?",
        "PHOTO update registry.attachment_chunk set ciphertext = ciphertext || '\\x00' where"
            + " case_id = ?",
        "NO_KEY delete from registry.case_key where case_id = ?",
      })
  void findsPhotosAndKeysThatAreNotThoseThatWere(String change) {
    CaseFile file = lookedAtCaseWithAPhoto();

    tamper(change.substring(change.indexOf(' ') + 1), file.id());

    assertThat(found())
        .containsExactly(file.number() + " " + change.substring(0, change.indexOf(' ')));
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
}
