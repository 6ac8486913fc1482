package city.whistle.engine;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.store.Schema;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases for tests, on one PostgreSQL that lives as long as the tests. */
public final class TestDatabase {

  private static final PostgresServer SERVER = PostgresServer.temporary();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int CONNECTIONS = 4;

  private TestDatabase() {}

  /** The URL of an empty database that nobody else uses. */
  public static String url() {
    return SERVER.createDatabase("test" + NUMBER.incrementAndGet());
  }

  /** A pool on an empty database. */
  public static HikariDataSource empty() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  /** A pool on a database with the engine's empty tables. */
  public static HikariDataSource migrated() {
    HikariDataSource database = empty();
    Schema.migrate(database);
    return database;
  }
}
