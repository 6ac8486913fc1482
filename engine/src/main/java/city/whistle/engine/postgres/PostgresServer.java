package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that this program starts and stops. It listens on 127.0.0.1 only and asks for a
 * password that was made for its data directory.
 */
public final class PostgresServer implements AutoCloseable {

  private static final int FREE_PORT_TRIES = 5;
  private static final List<String> COMMON =
      List.of(
          "listen_addresses=" + Ports.LOOPBACK,
          "unix_socket_directories=",
          "max_connections=200",
          Cluster.HASHED_ONCE,
          // A refused statement is the program's to tell; with its values it has no place in a log.
          "log_min_messages=log",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_checkpoints=off",
          "log_timezone=UTC",
          "timezone=UTC");
  private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on");
  private static final List<String> FAST =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  private final Path directory;
  private final DirectoryLock lock;
  private final Cluster cluster;
  private final int port;
  private final boolean temporary;
  private final Watch watch;
  private boolean closed;

  private PostgresServer(
      Path directory, DirectoryLock lock, Cluster cluster, int port, boolean temporary) {
    this.directory = directory;
    this.lock = lock;
    this.cluster = cluster;
    this.port = port;
    this.temporary = temporary;
    this.watch = new Watch(this::looksWell, this::startAgain);
  }

  /**
   * Starts on a directory whose data stay; what it acknowledged survives a crash of the machine. A
   * server that a killed program left running there is stopped first.
   *
   * @param dataDirectory made if absent; holds the data, PostgreSQL's log and its password
   * @param port 0 for any free one
   * @throws PostgresException if it can't; the message says what to do
   */
  public static PostgresServer start(Path dataDirectory, int port) {
    return launch(dataDirectory.toAbsolutePath().normalize(), port, false);
  }

  /**
   * URL, with user and password, of a database of the server that runs on a directory, whoever
   * started it; empty where none runs. The server is left alone.
   *
   * @param dataDirectory as given to {@link #start}
   */
  public static Optional<String> urlOfRunning(Path dataDirectory, String database) {
    Path directory = dataDirectory.toAbsolutePath().normalize();
    if (!Files.exists(directory)) {
      return Optional.empty();
    }
    Cluster cluster = new Cluster(directory);
    return cluster.running()
        ? cluster.port().map(port -> programUrl(port, database, cluster))
        : Optional.empty();
  }

  /** Starts an empty one on any free port for a test; closing it deletes its data. */
  public static PostgresServer temporary() {
    try {
      Path directory = Files.createTempDirectory("whistle-postgresql");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      PostgresServer server = launch(directory, 0, true);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-temporary-postgresql"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgresServer launch(Path directory, int wantedPort, boolean temporary) {
    makeDirectory(directory);
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      Cluster cluster = new Cluster(directory);
      cluster.stop();
      Ports.reserve(wantedPort);
      cluster.createIfAbsent(!temporary);
      int port = startCluster(cluster, wantedPort, settings(temporary));
      PostgresServer server = new PostgresServer(directory, lock, cluster, port, temporary);
      server.watch.begin();
      return server;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Another program may take a free port just before PostgreSQL does, so there are more tries. */
  private static int startCluster(Cluster cluster, int wantedPort, List<String> settings) {
    for (int tries = wantedPort == 0 ? FREE_PORT_TRIES : 1; ; tries--) {
      int port = Ports.reserve(wantedPort);
      try {
        cluster.start(port, settings);
        return port;
      } catch (PostgresException e) {
        if (tries <= 1 || !e.getMessage().contains("TCP/IP sockets")) {
          throw e;
        }
      }
    }
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new PostgresException(
          Reason.START_FAILED,
          "The data directory %s can't be made: choose one that you may write to."
              .formatted(directory),
          e);
    }
  }

  private static List<String> settings(boolean temporary) {
    List<String> settings = new ArrayList<>(COMMON);
    settings.addAll(temporary ? FAST : DURABLE);
    return settings;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** URL of a database for its superuser, with user and password in it. */
  public String jdbcUrl(String database) {
    return url(port, database, Cluster.SUPERUSER, cluster.superuserPassword());
  }

  private static String programUrl(int port, String database, Cluster cluster) {
    return url(port, database, ProgramRole.NAME, cluster.programPassword());
  }

  private static String url(int port, String database, String user, String password) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(Ports.LOOPBACK, port, database, user, password);
  }

  /**
   * Makes the database unless it exists, and returns its URL for a plain role that owns it and can
   * do nothing outside of it.
   */
  public String createDatabase(String name) {
    try {
      try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"))) {
        ProgramRole.make(connection, cluster.programPassword());
        ProgramRole.makeDatabase(connection, name);
      }
      try (Connection connection = DriverManager.getConnection(jdbcUrl(name))) {
        ProgramRole.ownAll(connection);
      }
      return programUrl(port, name, cluster);
    } catch (SQLException e) {
      throw new PostgresException(
          Reason.STATEMENT_FAILED,
          "Database %s can't be made: %s".formatted(name, e.getMessage()),
          e);
    }
  }

  /** Runs the action once if PostgreSQL has died and can't be started again. */
  public void whenLost(Runnable action) {
    watch.whenLost(action);
  }

  private boolean looksWell() {
    cluster.boundLog();
    return cluster.running();
  }

  private void startAgain() {
    cluster.stop();
    cluster.start(port, settings(temporary));
  }

  /** Stops PostgreSQL and lets go of its directory. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watch.close();
    try {
      cluster.stop();
      if (temporary) {
        Trees.delete(directory);
      }
    } finally {
      lock.close();
    }
  }
}
