package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash of the program, of PostgreSQL or of the machine leaves in a data directory. */
class LeftoversTest {

  @TempDir Path directory;

  private Path data;

  @BeforeEach
  void letOthersEnter() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    data = directory.resolve("cluster");
  }

  @Test
  void aStrangerWithThePidOfAServerThatIsGoneIsLeftAlone() throws IOException {
    PostgresServer.start(directory, 0).close();
    Process stranger = new ProcessBuilder("cat").start();
    try {
      Files.writeString(
          data.resolve(Postmaster.FILE),
          "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), data));
      assertThat(PostgresServer.urlOfRunning(directory, "city")).isEmpty();
      PostgresServer.start(directory, 0).close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aServerOfAnotherDirectoryWithTheSamePidIsLeftAlone() throws Exception {
    PostgresServer.start(directory, 0).close();
    try (PostgresServer other = PostgresServer.temporary()) {
      Path itsData = Path.of(ask(other.jdbcUrl("postgres"), "show data_directory"));
      Files.copy(itsData.resolve(Postmaster.FILE), data.resolve(Postmaster.FILE));
      PostgresServer.start(directory, 0).close();
      assertThat(ask(other.jdbcUrl("postgres"), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aKilledServerIsFollowedByANewOneAtOnce() throws SQLException {
    Cluster left = new Cluster(directory);
    left.createIfAbsent(true);
    left.start(Ports.reserve(0), List.of("unix_socket_directories="));
    kill(data);
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      assertThat(ask(server.jdbcUrl("postgres"), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerThatDiesUnderTheProgramIsStartedAgainOnItsPort() {
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      String url = server.createDatabase("city");
      kill(data);
      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(ask(url, "select 1")).isEqualTo("1"));
    }
  }

  private static void kill(Path data) {
    Optional<Postmaster> postmaster = Postmaster.of(data);
    assertThat(postmaster).isPresent();
    ProcessHandle.of(postmaster.get().pid()).orElseThrow().destroyForcibly();
  }

  private static String ask(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
