package city.whistle.app;

import city.whistle.workers.StartRefusal;
import city.whistle.workers.resident.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Where everything that must survive lies: database, keys, logs. */
record DataDirectory(Path path) {

  /** Where PostgreSQL runs under an account of its own, it gets at no key. */
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  static DataDirectory open(Path path) {
    DataDirectory data = new DataDirectory(path.toAbsolutePath().normalize());
    try {
      Files.createDirectories(data.logs());
      Files.createDirectories(data.keys(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (IOException e) {
      throw Refusal.failed(
          "The data directory %s can't be used: give --data a directory that you may write to."
              .formatted(data.path));
    }
    data.requireUsable();
    data.requirePrivateKeys();
    return data;
  }

  /** Before anything is written: also the log would fail. */
  private void requireUsable() {
    Stream.of(path, logs(), logs().resolve("whistle.log"), keys(), database(), settings())
        .filter(Files::exists)
        .filter(file -> !Files.isReadable(file) || !isWritable(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw Refusal.failed(
                  "%s can't be %s: let the user that runs Whistle own it%s, or give --data another directory."
                      .formatted(
                          file, Files.isReadable(file) ? "written" : "read", insteadOf(file)));
            });
  }

  /** Settings are others' to write. */
  private boolean isWritable(Path file) {
    return file.equals(settings()) || Files.isWritable(file);
  }

  private static String insteadOf(Path file) {
    try {
      return " instead of " + Files.getOwner(file).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /**
   * Whoever else could write there could put other keys in their place. Asked before anything is
   * started.
   */
  private void requirePrivateKeys() {
    try (Stream<Path> files = Files.list(keys())) {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(keys()))) {
        throw Refusal.failed(
            "The directory %s of the keys is open to others than its owner: run 'chmod 700 %s', and change the keys if somebody may have read them."
                .formatted(keys(), keys()));
      }
      files
          .filter(file -> file.toString().endsWith(".key"))
          .map(SecretFile::new)
          .forEach(SecretFile::requirePrivate);
    } catch (StartRefusal e) {
      throw Refusal.failed(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses where there are none, before a directory is made. */
  static void requireData(Path directory) {
    if (System.getenv(Database.URL_VARIABLE) == null
        && Files.notExists(new DataDirectory(directory).database())) {
      throw Refusal.failed(
          "There are no data in %s: give --data the directory of an installation, or set %s."
              .formatted(directory, Database.URL_VARIABLE));
    }
  }

  /** Refuses tables of an older program, which only a start brings up to date. */
  static void requireCurrent(boolean current) {
    if (!current) {
      throw Refusal.failed(
          "These data are from an older Whistle: start it once with './whistle up', stop it, and run this again.");
    }
  }

  Path database() {
    return path.resolve("postgresql");
  }

  /** Settings that somebody wrote; need not be there. */
  Path settings() {
    return path.resolve("whistle.properties");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path keys() {
    return path.resolve("keys");
  }
}
