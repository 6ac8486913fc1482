package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.server.EmbeddedEngine;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Camunda's Java client of the next version walks through the engine. Its jars come from the module
 * {@code later-client} and have a class loader of their own. Maven always builds that before; where
 * an IDE has not, the test is left out.
 */
class LaterClientTest {

  private static final Path JARS = Path.of("..", "later-client", "target", "jars");

  /** Set by Maven, so that the test can't be left out there by mistake. */
  private static final boolean MUST_RUN = Boolean.getBoolean("later.client");

  private static URL[] classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(LaterClientWalk.class.getProtectionDomain().getCodeSource().getLocation());
    try (Stream<Path> jars = Files.list(JARS)) {
      for (Path jar : jars.toList()) {
        urls.add(url(jar));
      }
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  @ParameterizedTest
  @CsvSource({"rest,false", "grpc,false", "rest,true"})
  void walksThroughTheEngine(String prefer, boolean writeNulls) throws Exception {
    if (MUST_RUN) {
      assertThat(JARS).isNotEmptyDirectory();
    }
    assumeTrue(Files.isDirectory(JARS), "mvn -pl later-client package brings the client");
    EmbeddedEngine.Builder builder =
        EmbeddedEngine.builder()
            .database(TestDatabase.url(), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .testing();
    try (EmbeddedEngine engine = (writeNulls ? builder.writeNulls() : builder).start()) {
      walk(
          Map.of(
              "rest", engine.restAddress().toString(),
              "grpc", engine.grpcAddress().toString(),
              "prefer", prefer));
    }
  }

  @SuppressWarnings("unchecked")
  private static void walk(Map<String, String> target) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader later =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(later);
      var walk =
          (Consumer<Map<String, String>>)
              later
                  .loadClass(LaterClientWalk.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();
      assertThat(walk.getClass()).isNotEqualTo(LaterClientWalk.class);
      walk.accept(target);
    } finally {
      thread.setContextClassLoader(own);
    }
  }
}
