package city.whistle.engine.contract;

import static java.io.File.pathSeparator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The contract's tests of workers, tasks, decisions and searches once more, with Camunda's Java
 * client of the next version: over REST, over gRPC, and with an engine that writes nulls. The
 * client's jars come from the module {@code later-client}. Maven always builds that before; where
 * an IDE has not, the tests are left out.
 */
class LaterClientTest {

  private static final Path JARS = Path.of("..", "later-client", "target", "jars");
  private static final Path SOURCES = Path.of("src/test/java/city/whistle/engine/contract");
  private static final String TARGETS = "rest,grpc,nulls";

  private static final List<Class<?>> SUITE =
      List.of(
          JobsTest.class,
          TasksTest.class,
          UserTasksTest.class,
          TaskTransitionsTest.class,
          ListenersTest.class,
          DecisionsTest.class,
          SearchesTest.class,
          IncidentsTest.class,
          EvaluationIncidentsTest.class,
          MessagesTest.class,
          InstancesTest.class,
          DeploymentsTest.class,
          ClusterTest.class);

  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableTestEngineAutoRegistration(false)
          .addTestEngines(new JupiterTestEngine())
          .enableTestExecutionListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .build();

  /** Set by Maven, so that the tests can't be left out there by mistake. */
  private static final boolean MUST_RUN = Boolean.getBoolean("later.client");

  @TempDir private Path classes;

  @TestFactory
  List<DynamicTest> contract() throws Exception {
    if (MUST_RUN) {
      assertThat(JARS).isNotEmptyDirectory();
    }
    assumeTrue(Files.isDirectory(JARS), "mvn -pl later-client package brings the client");
    List<Path> classPath = new ArrayList<>(files(JARS, ".jar"));
    compile(classPath);
    classPath.add(0, classes);
    try (URLClassLoader later = new URLClassLoader(urls(classPath), new SharedClasses())) {
      assertThat(later.loadClass(CamundaClient.class.getName())).isNotEqualTo(CamundaClient.class);
      return run(later);
    }
  }

  private static List<Path> files(Path directory, String end) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }

  private static URL[] urls(List<Path> paths) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      urls.add(path.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Anew: the client's versions don't fit one another's compiled callers. */
  private void compile(List<Path> jars) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter mistakes = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      Stream<String> rest = Stream.of(System.getProperty("java.class.path").split(pathSeparator));
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH, Stream.concat(jars.stream(), rest.map(Path::of)).toList());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      boolean compiled =
          compiler
              .getTask(
                  mistakes,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(files(SOURCES, ".java")))
              .call();
      assertThat(compiled).as(mistakes.toString()).isTrue();
    }
  }

  /** Runs them all on one set of engines, then has each result as a test of its own. */
  private static List<DynamicTest> run(ClassLoader later) throws ClassNotFoundException {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request().configurationParameter(Targets.PROPERTY, TARGETS);
    for (Class<?> test : SUITE) {
      request.selectors(selectClass(later.loadClass(test.getName())));
    }
    Results results = new Results();
    LauncherFactory.create(ALONE).execute(request.build(), results);
    return results.asTests();
  }
}
