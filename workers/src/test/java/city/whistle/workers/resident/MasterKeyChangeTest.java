package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MasterKeyChangeTest {

  private final MasterKey former = new MasterKey(MasterKey.random());
  private final MasterKey next = new MasterKey(MasterKey.random());

  private JdbcClient jdbc;
  private MasterKeyRecord database;
  private MasterKeyChange change;
  private TransactionTemplate onOneConnection;

  @BeforeEach
  void registryWithAKey() {
    DataSource source = RegistrySchema.create();
    jdbc = JdbcClient.create(source);
    database = new MasterKeyRecord(jdbc, Clock.systemUTC());
    change = new MasterKeyChange(source, Clock.systemUTC());
    onOneConnection = new TransactionTemplate(new DataSourceTransactionManager(source));
    database.admit(former);
  }

  @Test
  void sealsTheCasesKeysUnderTheNewOne() {
    UUID id = RegistrySchema.sealCase(jdbc, former);

    change.change(former, next);

    assertThat(sealed(id).open(next)).hasValue(new byte[MasterKey.BYTES]);
    assertThat(sealed(id).open(former)).isEmpty();
  }

  @Test
  void sealsMoreThanOnePortion() {
    onOneConnection.executeWithoutResult(
        status -> {
          for (int i = 0; i < 1_001; i++) {
            RegistrySchema.sealCase(jdbc, former);
          }
        });

    assertThat(change.change(former, next)).isEqualTo(new MasterKeyChange.Summary(1_001, 0));
  }

  @Test
  void leavesDigestsAsTheyWere() {
    byte[] digest = database.unlock(former).orElseThrow().mac("timeline", new byte[1]);

    change.change(former, next);

    assertThat(database.unlock(next).orElseThrow().mac("timeline", new byte[1])).isEqualTo(digest);
  }

  @Test
  void admitsTheNewKeyAloneAfterwards() {
    RegistrySchema.sealCase(jdbc, former);

    change.change(former, next);

    assertThat(database.admit(former)).isEmpty();
    assertThat(database.admit(next)).isPresent();
  }

  @Test
  void changesNothingWithAFormerKeyThatIsNotTheOne() {
    UUID id = RegistrySchema.sealCase(jdbc, former);

    assertThatThrownBy(() -> change.change(next, former)).hasMessageContaining("doesn't fit");

    assertThat(sealed(id).open(former)).isPresent();
  }

  @Test
  void changesNothingWhereItIsInterrupted() {
    UUID id = RegistrySchema.sealCase(jdbc, former);
    jdbc.sql(
            "alter table registry.master_key add constraint full_disk check (since < '2000-01-01')"
                + " not valid")
        .update();

    assertThatThrownBy(() -> change.change(former, next)).hasStackTraceContaining("full_disk");

    assertThat(sealed(id).open(former)).isPresent();
    assertThat(change.fits(former)).isTrue();
  }

  @Test
  void leavesARowThatWasSpoiledAndCountsIt() {
    UUID id = RegistrySchema.sealCase(jdbc, next);

    assertThat(change.change(former, next)).isEqualTo(new MasterKeyChange.Summary(0, 1));

    assertThat(sealed(id).open(next)).isPresent();
  }

  private SealedKey sealed(UUID id) {
    return jdbc.sql("select case_id, wrapped_key from registry.case_key where case_id = ?")
        .param(id)
        .query(SealedKey.ROW)
        .single();
  }
}
