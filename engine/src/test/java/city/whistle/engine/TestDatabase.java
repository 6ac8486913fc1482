package city.whistle.engine;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.store.Schema;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases for tests, on one PostgreSQL that lives as long as the tests. */
public final class TestDatabase {

  private static final PostgresServer SERVER = PostgresServer.temporary();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int CONNECTIONS = 4;

  private TestDatabase() {}

  /** The URL of an empty database that nobody else uses. */
  public static String url() {
    return SERVER.createDatabase(nextName());
  }

  /** A pool on a database with the engine's empty tables, copied from one that was migrated. */
  public static HikariDataSource migrated() {
    String name = nextName();
    String copy = "create database %s template %s".formatted(name, Template.NAME);
    try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(copy);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return pool(SERVER.jdbcUrl(name));
  }

  private static String nextName() {
    return "test" + NUMBER.incrementAndGet();
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /** Made when it is first needed. */
  private static final class Template {

    static final String NAME = make("migrated");

    private static String make(String name) {
      try (HikariDataSource database = pool(SERVER.createDatabase(name))) {
        Schema.migrate(database);
      }
      return name;
    }
  }
}
