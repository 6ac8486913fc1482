package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once a machine from the archive on the class path. */
record Binaries(Path home) {

  private static final String EXECUTABLE = "rwxr-xr-x";
  private static final String READABLE = "rw-r--r--";

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Unpacks the programs for this machine unless that was done before. */
  static Binaries unpacked() {
    String archive = "/postgres-%s-%s.txz".formatted(system(), processor());
    try {
      Path home = BinaryCache.directory().resolve("postgresql-" + digest(archive));
      if (!Files.isDirectory(home)) {
        unpack(archive, home);
      }
      return new Binaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's programs could not be unpacked", e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String processor() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> "unknown";
    };
  }

  private static String digest(String archive) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(open(archive), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits(sum.getValue(), 8);
  }

  private static InputStream open(String archive) {
    InputStream in = Binaries.class.getResourceAsStream(archive);
    if (in == null) {
      throw new PostgresException(
          Reason.PLATFORM_UNKNOWN,
          ("There is no embedded PostgreSQL for %s on %s:"
                  + " set WHISTLE_DB_URL to a PostgreSQL of your own.")
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    return in;
  }

  /** Unpacks beside the target and moves, so that nobody ever meets a half-unpacked one. */
  private static void unpack(String archive, Path home) throws IOException {
    Path fresh = Files.createTempDirectory(home.getParent(), "unpacking");
    try (InputStream raw = open(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(EXECUTABLE));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, fresh);
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      Trees.delete(fresh);
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      permit(target, EXECUTABLE);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
      permit(target, (entry.getMode() & 0100) != 0 ? EXECUTABLE : READABLE);
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
