package city.whistle.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.loop.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class CrashTest {

  private static final int ENOUGH = 500;

  private final String database = TestDatabase.url();

  @Test
  void hasEveryAcknowledgedInstanceAfterItsProgramWasKilled() throws Exception {
    Set<Long> acknowledged = startAndKill();
    try (EmbeddedEngine engine = start()) {
      Set<Long> survived = new HashSet<>();
      for (JobsActivated next = activate(engine); !next.jobs().isEmpty(); next = activate(engine)) {
        next.jobs().forEach(job -> survived.add(job.job().processInstanceKey()));
        completeAll(engine.engine(), next);
      }
      assertThat(survived).containsAll(acknowledged);
      assertThat(instances("COMPLETED")).isEqualTo(survived);
      assertThat(instances("ACTIVE")).isEmpty();
    }
  }

  /** Kills by the handle, which leaves what it printed last to be read. */
  private Set<Long> startAndKill() throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Victim.class.getName(),
                database)
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader keys = victim.inputReader()) {
      Set<Long> acknowledged = new HashSet<>();
      for (String line = keys.readLine(); line != null; line = keys.readLine()) {
        acknowledged.add(Long.valueOf(line));
        if (acknowledged.size() == ENOUGH) {
          victim.toHandle().destroyForcibly();
        }
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
      return acknowledged;
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  /** Surefire hides the class path in a jar's manifest and names it here. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private EmbeddedEngine start() {
    return EmbeddedEngine.builder()
        .database(database, null, null)
        .restPort(0)
        .grpcPort(0)
        .managementPort(0)
        .start();
  }

  private static JobsActivated activate(EmbeddedEngine engine) {
    return engine
        .engine()
        .submit(new ActivateJobs(Victim.JOB_TYPE, "test", Duration.ofMinutes(5), 100, List.of()))
        .join();
  }

  private static void completeAll(Engine engine, JobsActivated jobs) {
    CompletableFuture.allOf(
            jobs.jobs().stream()
                .map(job -> new CompleteJob(job.job().key(), JsonValue.EMPTY_OBJECT, null))
                .map(engine::submit)
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private Set<Long> instances(String state) throws SQLException {
    Set<Long> keys = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select key from engine.process_instance where state = '" + state + "'")) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return keys;
  }
}
