package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  private final MasterKeySource source = new MasterKeySource();

  @TempDir private Path folder;

  @Test
  void makesAKeyFileThatOnlyItsOwnerReads() throws Exception {
    Path file = folder.resolve("keys/master");

    source.masterKey(properties(null, file));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void takesTheKeyFileThatIsThere() {
    Path file = folder.resolve("master");
    byte[] first = source.masterKey(properties(null, file)).mac("x", new byte[1]);

    assertThat(source.masterKey(properties(null, file)).mac("x", new byte[1])).isEqualTo(first);
  }

  @Test
  void givesAnotherDigestForAnotherPurpose() {
    MasterKey key = new MasterKey(new byte[MasterKey.BYTES]);

    assertThat(key.mac("a", new byte[1])).isNotEqualTo(key.mac("b", new byte[1]));
  }

  @Test
  void saysWhatAKeyMustBeWithoutShowingIt() {
    assertThatThrownBy(() -> source.masterKey(properties("c2hvcnQ=", null)))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ=");
  }

  @Test
  void saysWhatToSetWhereThereIsNoKey() {
    assertThatThrownBy(() -> source.masterKey(properties(null, null)))
        .hasMessageContaining("WHISTLE_MASTER_KEY");
  }

  private static WhistleProperties properties(String key, Path file) {
    return new WhistleProperties(
        key, file, URI.create("http://127.0.0.1:8090"), null, Duration.ofSeconds(1), true);
  }
}
