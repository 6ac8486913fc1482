package city.whistle.app;

import city.whistle.engine.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL that holds everything: one of the operator's own, or the embedded one.
 *
 * @param url with user and password in it
 */
record Database(String url, Optional<PostgresServer> embedded) implements AutoCloseable {

  /** Environment variable with the URL of the operator's own. */
  static final String URL_VARIABLE = "WHISTLE_DB_URL";

  private static final String NAME = "whistle";

  /**
   * Opens it.
   *
   * @param ownUrl the operator's own, where there is one
   */
  static Database open(DataDirectory data, Optional<String> ownUrl) {
    return ownUrl
        .map(url -> new Database(url, Optional.empty()))
        .orElseGet(() -> embedded(data.database()));
  }

  /**
   * Opens what is there, also while another Whistle runs on it; for reading.
   *
   * @param ownUrl the operator's own, where there is one
   */
  static Database openBeside(DataDirectory data, Optional<String> ownUrl) {
    return ownUrl
        .or(() -> PostgresServer.urlOfRunning(data.database(), NAME))
        .map(url -> new Database(url, Optional.empty()))
        .orElseGet(() -> embedded(data.database()));
  }

  private static Database embedded(Path directory) {
    PostgresServer server = PostgresServer.start(directory, 0);
    try {
      return new Database(server.createDatabase(NAME), Optional.of(server));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    embedded.ifPresent(PostgresServer::close);
  }
}
