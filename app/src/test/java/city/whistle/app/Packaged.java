package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program's jar. Maven always packages it before; where an IDE has not, tests are left out. */
final class Packaged {

  private static final Path JAR = Path.of("target/whistle.jar");

  /** Set by Maven, so that the tests can't be left out there by mistake. */
  private static final boolean MUST_RUN = Boolean.getBoolean("packaged");

  private Packaged() {}

  static Path jar() {
    assumeTrue(MUST_RUN || Files.exists(JAR), "./whistle build makes " + JAR);
    return JAR;
  }

  /** Takes the jar apart as the program's script does, and returns the one to start. */
  static Path unpacked(Path directory) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Djarmode=tools",
            "-jar",
            jar().toString(),
            "extract",
            "--destination",
            directory.toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.INHERIT)
              .start();
      assertThat(process.waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return directory.resolve(JAR.getFileName());
  }
}
