package city.whistle.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the figures were measured on. */
record Machine(String processor, int cores, String system, String java, String database) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine of(String jdbcUrl) throws SQLException {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        property("os.name") + " " + property("os.arch"),
        "%s %s".formatted(property("java.vm.name"), property("java.version")),
        databaseName(jdbcUrl));
  }

  private static String property(String name) {
    return System.getProperty(name);
  }

  private static String processorName() {
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException elsewhere) {
      return "unknown processor";
    }
  }

  private static String databaseName(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      return "PostgreSQL %s on the same machine, fsync %s, synchronous_commit %s"
          .formatted(
              connection.getMetaData().getDatabaseProductVersion(),
              setting(connection, "fsync"),
              setting(connection, "synchronous_commit"));
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public String toString() {
    return "%d cores, %s, %s; %s; %s".formatted(cores, processor, system, java, database);
  }
}
