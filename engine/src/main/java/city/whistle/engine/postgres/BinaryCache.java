package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where PostgreSQL's programs are kept between runs: the same place each time, for each user. */
final class BinaryCache {

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

  private BinaryCache() {}

  static Path directory() throws IOException {
    if ("root".equals(System.getProperty("user.name"))) {
      return Files.createDirectories(Path.of("/var/cache/whistle"));
    }
    Path home = Path.of(System.getProperty("user.home"));
    return Files.isDirectory(home) && Files.isWritable(home)
        ? Files.createDirectories(home.resolve(".cache/whistle"))
        : withoutHome(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** In a place where all may write, what is executed later must be nobody else's. */
  static Path withoutHome(Path temporary) throws IOException {
    int user = currentUser(temporary);
    Path directory = temporary.resolve("whistle-postgresql-" + user);
    try {
      return Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWN));
    } catch (FileAlreadyExistsException known) {
      if (!isOwn(directory, user)) {
        throw new PostgresException(
            Reason.START_FAILED,
            "PostgreSQL's programs can't be unpacked: %s belongs to another user or is open to others; delete it, or give this user a home directory."
                .formatted(directory));
      }
      return directory;
    }
  }

  private static boolean isOwn(Path directory, int user) throws IOException {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && userOf(directory) == user
        && Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS).equals(OWN);
  }

  private static int currentUser(Path temporary) throws IOException {
    Path mine = Files.createTempFile(temporary, "whistle", null);
    try {
      return userOf(mine);
    } finally {
      Files.delete(mine);
    }
  }

  private static int userOf(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
