package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {

  @TempDir Path temporary;

  @Test
  void aUserWithoutAHomeFindsTheSamePlaceAgain() throws IOException {
    Path first = BinaryCache.withoutHome(temporary);
    assertThat(BinaryCache.withoutHome(temporary)).isEqualTo(first).isDirectory();
    assertThat(temporary)
        .isDirectoryContaining(first::equals)
        .isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aPlaceThatOthersMayWriteToIsRefused() throws IOException {
    Path place = BinaryCache.withoutHome(temporary);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> BinaryCache.withoutHome(temporary))
        .hasMessageContaining(place.toString())
        .hasMessageContaining("give this user a home directory");
  }

  @Test
  void aLinkInItsPlaceIsRefused() throws IOException {
    Path place = BinaryCache.withoutHome(temporary);
    Files.delete(place);
    Files.createSymbolicLink(place, Files.createDirectory(temporary.resolve("elsewhere")));
    assertThatThrownBy(() -> BinaryCache.withoutHome(temporary))
        .isInstanceOf(PostgresException.class);
  }
}
