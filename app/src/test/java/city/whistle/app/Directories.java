package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories for tests. */
final class Directories {

  private Directories() {}

  /** Lets other users in, since a test run by root has its PostgreSQL run as another user. */
  static Path open(Path directory) {
    try {
      return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
