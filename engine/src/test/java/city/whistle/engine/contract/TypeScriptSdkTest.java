package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Camunda's TypeScript SDKs validate all that they send and are answered, each with an engine that
 * answers as its own version does. The walk is in {@code sdk-check}. {@code ./whistle test} always
 * brings the SDKs before; where nobody has, the test is left out.
 */
class TypeScriptSdkTest {

  private static final Path CHECK = Path.of("..", "sdk-check");
  private static final Path COVERAGE = Path.of("..", "docs", "engine", "coverage.md");
  private static final Pattern SERVED =
      Pattern.compile("^\\| `([A-Z]+ /v2/[^`]+)`", Pattern.MULTILINE);
  private static final int PATIENCE_MINUTES = 5;

  /** Set by the command that brings the SDKs, so that the test can't be left out there. */
  private static final boolean MUST_RUN = Boolean.getBoolean("sdk.check");

  @TempDir private Path directory;

  private static EmbeddedEngine.Builder engine() {
    return EmbeddedEngine.builder()
        .database(TestDatabase.url(), null, null)
        .restPort(0)
        .grpcPort(0)
        .managementPort(0)
        .testing();
  }

  /** What the engine serves, which is what the page lists: a test holds it to that. */
  private Path served() throws IOException {
    String operations =
        SERVED
            .matcher(Files.readString(COVERAGE))
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.joining("\n"));
    assertThat(operations).isNotEmpty();
    return Files.writeString(directory.resolve("served"), operations);
  }

  private String walk(String version, EmbeddedEngine engine)
      throws IOException, InterruptedException {
    Process walk =
        new ProcessBuilder("node", "src/check.mjs", version, engine.restAddress().toString())
            .directory(CHECK.toFile())
            .redirectInput(served().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int end = walk.waitFor();
    return said.isEmpty() && end != 0 ? "ended with " + end : said;
  }

  private void findsNothing(String version, EmbeddedEngine.Builder builder)
      throws IOException, InterruptedException {
    assumeTrue(
        MUST_RUN || Files.isDirectory(CHECK.resolve("node_modules")),
        "npm ci --ignore-scripts in sdk-check brings the SDKs");
    try (EmbeddedEngine engine = builder.start()) {
      assertThat(walk(version, engine)).isEmpty();
    }
  }

  @Test
  @Timeout(value = PATIENCE_MINUTES, unit = TimeUnit.MINUTES)
  void theStrictSdkOf88FindsNothingWrong() throws Exception {
    findsNothing("8.8", engine());
  }

  @Test
  @Timeout(value = PATIENCE_MINUTES, unit = TimeUnit.MINUTES)
  void theStrictSdkOf89FindsNothingWrongWhereNullsAreWritten() throws Exception {
    findsNothing("8.9", engine().writeNulls());
  }
}
