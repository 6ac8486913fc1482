package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class ResidentVaultTest {

  @Autowired private ResidentVault vault;
  @Autowired private Registry registry;
  @Autowired private JdbcClient jdbc;
  @Autowired private CityTime time;
  @Autowired private AccessLog accessLog;

  @Test
  void givesBackWhatWasSealed() {
    CaseFile file = registry.opened();

    assertThat(reveal(file.id(), VaultPart.PHONE)).isEqualTo("13800000000");
  }

  @Test
  void keepsNothingOfTheResidentOutsideTheVault() {
    registry.opened();

    assertThat(registry.everythingOutsideTheVault())
        .doesNotContain("李某某", "13800000000", "两栋回迁楼", "某小区");
  }

  @Test
  void keepsNothingReadableInTheVault() {
    CaseFile file = registry.opened();

    assertThat(
            jdbc.sql(
                    """
                    select bool_or(position(? in ciphertext) > 0) from registry.case_secret
                    where case_id = ?""")
                .params("13800000000".getBytes(StandardCharsets.UTF_8), file.id())
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void opensNoCaseWithAKeyThatWasChangedMeanwhile() {
    ResidentVault late =
        new ResidentVault(jdbc, new MasterKey(MasterKey.random()), time, accessLog);

    assertThatThrownBy(() -> late.open(UUID.randomUUID()))
        .hasMessageContaining("master key was changed");
  }

  @Test
  void logsEachRevealWithItsReason() {
    CaseFile file = registry.opened();

    vault.reveal(file.id(), VaultPart.PHONE, "agent-7", "callback");

    assertThat(
            jdbc.sql(
                    "select who || ' ' || reason || ' ' || part from registry.vault_access where case_id = ?")
                .param(file.id())
                .query(String.class)
                .list())
        .containsExactly("agent-7 callback phone");
  }

  @Test
  void refusesARevealWithoutAReason() {
    CaseFile file = registry.opened();

    assertThatThrownBy(() -> vault.reveal(file.id(), VaultPart.PHONE, "agent-7", " "))
        .hasMessageContaining("why");
  }

  @Test
  void letsNobodyForgetAReveal() {
    CaseFile file = registry.opened();
    vault.reveal(file.id(), VaultPart.PHONE, "agent-7", "callback");

    assertThatThrownBy(
            () ->
                jdbc.sql("delete from registry.vault_access where case_id = ?")
                    .param(file.id())
                    .update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void readsNothingAnyMoreOnceTheKeyIsDestroyed() {
    CaseFile file = registry.opened();

    jdbc.sql("delete from registry.case_key where case_id = ?").param(file.id()).update();

    assertThat(vault.reveal(file.id(), VaultPart.PHONE, "agent-7", "callback")).isEmpty();
  }

  @Test
  void takesNothingInAfterAnErasure() {
    CaseFile file = registry.opened();
    vault.erase(file.id());

    vault.seal(file.id(), VaultPart.EMAIL, "late@example.org");

    assertThat(vault.holds(file.id(), VaultPart.EMAIL)).isFalse();
  }

  @Test
  void noticesAPartThatWasPutElsewhere() {
    CaseFile file = registry.opened();
    CaseFile other = registry.opened();
    jdbc.sql(
            """
            update registry.case_secret set ciphertext =
              (select ciphertext from registry.case_secret where case_id = ? and part = 'phone')
            where case_id = ? and part = 'phone'""")
        .params(other.id(), file.id())
        .update();

    assertThatThrownBy(() -> reveal(file.id(), VaultPart.PHONE))
        .hasMessageContaining("can't be read");
  }

  private String reveal(UUID caseId, VaultPart part) {
    return vault.reveal(caseId, part, "test", "to look").orElseThrow();
  }
}
