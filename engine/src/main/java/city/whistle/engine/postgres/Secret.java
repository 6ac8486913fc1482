package city.whistle.engine.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password in a file that nobody but its owner can read. */
record Secret(Path file) {

  private static final int BYTES = 24;

  String value() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The password of the embedded PostgreSQL can't be read from " + file, e);
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Makes a new one, whatever was there. */
  void make() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it another place, in one move. */
  Secret moveTo(Path target) {
    try {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      return new Secret(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
