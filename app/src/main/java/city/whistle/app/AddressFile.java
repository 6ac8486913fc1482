package city.whistle.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code addresses.json} in the data directory: there while the program runs, for scripts. */
final class AddressFile implements AutoCloseable {

  private final Path file;

  private AddressFile(Path file) {
    this.file = file;
  }

  /** Removes what a killed program left. */
  static void forget(DataDirectory data) {
    try {
      Files.deleteIfExists(path(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(DataDirectory data) {
    return data.path().resolve("addresses.json");
  }

  /**
   * Writes it whole or not at all, readable by its owner only since the link of the first sign-in
   * is in it.
   */
  static AddressFile write(DataDirectory data, Addresses addresses) {
    Path file = path(data);
    try {
      Path fresh =
          Files.createTempFile(
              data.path(),
              "addresses",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(fresh.toFile(), addresses.named());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new AddressFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
