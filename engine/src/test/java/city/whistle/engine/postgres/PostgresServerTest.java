package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path directory;

  @BeforeEach
  void letOthersEnter() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void keepsItsDataAcrossARestart() throws SQLException {
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      String url = server.createDatabase("city");
      execute(url, "create table street (name text)");
      execute(url, "insert into street values ('展览路街道')");
    }
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      String url = server.createDatabase("city");
      assertThat(ask(url, "select name from street")).isEqualTo("展览路街道");
    }
  }

  @Test
  void makesEveryCommitDurable() throws SQLException {
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      String url = server.jdbcUrl("postgres");
      assertThat(ask(url, "show fsync")).isEqualTo("on");
      assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void refusesADirectoryThatIsInUse() {
    try (PostgresServer first = PostgresServer.start(directory, 0)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> PostgresServer.start(directory, 0))
          .hasMessage(
              "The data directory %s is in use by another running Whistle:"
                  + " stop that one or choose another directory.",
              directory)
          .extracting("reason")
          .isEqualTo(Reason.DIRECTORY_IN_USE);
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> PostgresServer.start(directory, taken.getLocalPort()))
          .hasMessageStartingWith("Port %d for PostgreSQL is taken", taken.getLocalPort())
          .extracting("reason")
          .isEqualTo(Reason.PORT_TAKEN);
    }
  }

  @Test
  void stopsAServerThatAKilledProgramLeftRunning() throws SQLException {
    Cluster left = new Cluster(directory);
    left.createIfAbsent(true);
    left.start(Ports.reserve(0), List.of("unix_socket_directories="));
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      assertThat(ask(server.jdbcUrl("postgres"), "select 1")).isEqualTo("1");
    }
    assertThat(left.running()).isFalse();
  }

  @Test
  void asksForItsPassword() {
    try (PostgresServer server = PostgresServer.start(directory, 0)) {
      String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess").close())
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void saysWhyPostgresItselfRefused() throws IOException {
    PostgresServer.start(directory, 0).close();
    Files.writeString(directory.resolve("cluster/PG_VERSION"), "12\n");
    assertThatThrownBy(() -> PostgresServer.start(directory, 0))
        .hasMessageContaining("database files are incompatible with server")
        .hasMessageContaining("postgresql.log");
  }

  @Test
  void leavesNothingOfATemporaryOne() throws SQLException {
    PostgresServer server = PostgresServer.temporary();
    Path data = Path.of(ask(server.jdbcUrl("postgres"), "show data_directory"));
    server.close();
    assertThat(data.getParent()).doesNotExist();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
