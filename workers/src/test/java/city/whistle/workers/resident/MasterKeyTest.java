package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.StartRefusal;
import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterKeyTest {

  private static final String ONE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER = "EAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir private Path folder;

  private JdbcClient jdbc;
  private Path file;

  @BeforeEach
  void emptyRegistry() {
    jdbc = JdbcClient.create(RegistrySchema.create());
    file = folder.resolve("keys/master");
  }

  @Test
  void makesAKeyFileThatOnlyItsOwnerReads() throws Exception {
    fromFile();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesNothingButTheKeyFile() throws Exception {
    fromFile();

    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void takesTheKeyFileThatIsThere() {
    byte[] first = fromFile().mac("x", new byte[1]);

    assertThat(fromFile().mac("x", new byte[1])).isEqualTo(first);
  }

  @Test
  void makesNoOtherKeyWhereTheOneOfTheCasesIsLost() throws Exception {
    RegistrySchema.sealCase(jdbc, fromFile());
    Files.delete(file);

    assertThatThrownBy(this::fromFile)
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("put it back from its backup to " + file);
    assertThat(file).doesNotExist();
  }

  @Test
  void refusesAnotherKeyThanTheOneOfTheCases() {
    RegistrySchema.sealCase(jdbc, from(ONE));

    assertThatThrownBy(() -> from(OTHER))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("WHISTLE_MASTER_KEY is not the one")
        .hasMessageNotContaining(OTHER);
  }

  @Test
  void takesTheLostKeyThatWasPutBack() throws Exception {
    MasterKey key = fromFile();
    RegistrySchema.sealCase(jdbc, key);
    Path backup = Files.move(file, folder.resolve("backup"));
    assertThatThrownBy(this::fromFile).isInstanceOf(StartRefusal.class);

    Files.move(backup, file);

    assertThat(fromFile().mac("x", new byte[1])).isEqualTo(key.mac("x", new byte[1]));
  }

  @Test
  void takesAnotherKeyWhereNothingWasSealedYet() {
    from(ONE);

    assertThat(from(OTHER).mac("x", new byte[1])).hasSize(32);
  }

  @Test
  void knowsTheKeyOfADatabaseThatAnOlderProgramMade() {
    RegistrySchema.sealCase(jdbc, MasterKey.ofBase64(ONE));

    assertThatThrownBy(() -> from(OTHER)).isInstanceOf(StartRefusal.class);
    assertThat(from(ONE).mac("x", new byte[1]))
        .isEqualTo(MasterKey.ofBase64(ONE).mac("x", new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
  void refusesAKeyFileThatOthersReadOrWrite(String permissions) throws Exception {
    fromFile();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(this::fromFile)
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("chmod 600 " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void refusesAnEmptyKeyFile(String content) throws Exception {
    fromFile();
    Files.writeString(file, content);

    assertThatThrownBy(this::fromFile)
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("key file " + file + " is empty");
  }

  @Test
  void givesAnotherDigestForAnotherPurpose() {
    MasterKey key = new MasterKey(new byte[MasterKey.BYTES]);

    assertThat(key.mac("a", new byte[1])).isNotEqualTo(key.mac("b", new byte[1]));
  }

  @Test
  void saysWhatAKeyMustBeWithoutShowingIt() {
    assertThatThrownBy(() -> from("c2hvcnQ="))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ=");
  }

  @Test
  void saysWhatToSetWhereThereIsNoKey() {
    assertThatThrownBy(() -> from(null)).hasMessageContaining("WHISTLE_MASTER_KEY");
  }

  private MasterKey fromFile() {
    return key(null, file);
  }

  private MasterKey from(String setting) {
    return key(setting, null);
  }

  private MasterKey key(String setting, Path file) {
    return new MasterKeySource()
        .masterKey(
            new WhistleProperties(
                setting,
                file,
                URI.create("http://127.0.0.1:8090"),
                null,
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                true),
            new MasterKeyRecord(jdbc, Clock.systemUTC()));
  }
}
