package city.whistle.workers.resident;

import city.whistle.workers.StartRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file with a secret that nobody but its owner may read. Every failure is a {@link StartRefusal}
 * that names the file.
 */
public record SecretFile(Path path) {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  public boolean exists() {
    return Files.exists(path);
  }

  /** What stands in it, without blanks around it; never blank. */
  public String read() {
    try {
      requirePrivate();
      String text = Files.readString(path).strip();
      if (text.isEmpty()) {
        throw new StartRefusal(
            "The key file %s is empty: put its content back from a backup, or delete the file where nothing was sealed with it."
                .formatted(path));
      }
      return text;
    } catch (NoSuchFileException e) {
      throw missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private StartRefusal missing(IOException e) {
    return new StartRefusal(
        "The key file %s is missing: put it back from its backup.".formatted(path), e);
  }

  private StartRefusal unreadable(IOException e) {
    return new StartRefusal(
        "The key file %s can't be read: let the user that runs Whistle own it.".formatted(path), e);
  }

  /** Refuses a file that others than its owner may read or write. */
  public void requirePrivate() {
    if (othersMayUseIt()) {
      throw new StartRefusal(
          "The key file %s may be read or written by others than its owner: run 'chmod 600 %s', and change the key if somebody has read it."
              .formatted(path, path));
    }
  }

  private boolean othersMayUseIt() {
    try {
      return posix() && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    } catch (NoSuchFileException e) {
      throw missing(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Makes it, whole and on the disk, or leaves what another program made meanwhile.
   *
   * @param text not blank
   */
  public void make(String text) {
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(unfinished);
      write(unfinished, text);
      Files.createLink(path, unfinished);
    } catch (FileAlreadyExistsException e) {
      // another program made it: its content holds
    } catch (IOException e) {
      throw new StartRefusal(
          "The key file %s can't be made: let the user that runs Whistle write to its directory."
              .formatted(path),
          e);
    } finally {
      delete(unfinished);
    }
  }

  private void write(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StartRefusal("The file %s can't be deleted: delete it.".formatted(file), e);
    }
  }

  /**
   * Gives this its place; what stood there is kept under a name of its own.
   *
   * @param former for what stood there
   */
  public void replace(SecretFile other, SecretFile former) {
    try {
      if (other.exists()) {
        Files.deleteIfExists(former.path);
        Files.createLink(former.path, other.path);
      }
      Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartRefusal(
          "The key file %s can't be renamed to %s: let the user that runs Whistle write to its directory."
              .formatted(path, other.path),
          e);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private boolean posix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
