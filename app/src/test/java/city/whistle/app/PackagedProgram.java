package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The program as it is packaged, in 256 MB and started as its script starts it, with servers for
 * messages that don't answer; one for all test classes that ask for it.
 */
final class PackagedProgram implements CloseableResource {

  private static final String SETTINGS =
      """
      whistle.public-url=https://whistle.example.org
      whistle.notifications.interval=PT1S
      whistle.notifications.routes.resident=nowhere
      whistle.notifications.routes.resident.email=mail
      whistle.notifications.routes.unit=nowhere
      whistle.notifications.mail.host=127.0.0.1
      whistle.notifications.mail.port=9
      whistle.notifications.mail.security=none
      whistle.notifications.mail.from=no-reply@example.org
      whistle.notifications.webhooks.nowhere.url=http://127.0.0.1:9/
      whistle.notifications.webhooks.nowhere.secret=whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
      """;

  private final Path directory;
  private final Program program;
  private final Addresses addresses;

  private PackagedProgram() {
    try {
      directory = Directories.open(Files.createTempDirectory("packaged"));
      Path jar = Packaged.unpacked(directory.resolve("program"));
      Directories.open(Files.createDirectory(data()));
      Files.writeString(data().resolve("whistle.properties"), SETTINGS);
      program = Program.packaged(jar, "256m", "up", data());
      addresses = program.addresses();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path data() {
    return directory.resolve("data");
  }

  Addresses addresses() {
    return addresses;
  }

  HotlineCalls hotline() {
    return new HotlineCalls(addresses);
  }

  /** What it printed. */
  String output() {
    return program.output();
  }

  /** What stands in its logs, its own and its PostgreSQL's. */
  String logs() {
    StringBuilder all = new StringBuilder();
    for (Path folder : new Path[] {data().resolve("logs"), data().resolve("postgresql")}) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".log"))
            .forEach(file -> all.append(read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  /** Kills its PostgreSQL, as the kernel does where memory runs out. */
  void killDatabase() {
    String pid =
        read(data().resolve("postgresql/cluster/postmaster.pid")).lines().findFirst().orElseThrow();
    ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    program.close();
    FileSystemUtils.deleteRecursively(directory);
  }

  /** Gives a test the one that there is. */
  static final class Once implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == PackagedProgram.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              PackagedProgram.class, key -> new PackagedProgram(), PackagedProgram.class);
    }
  }
}
