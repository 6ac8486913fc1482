package city.whistle.workers;

import city.whistle.engine.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Databases with the registry's empty tables, copied from one that was migrated, on one PostgreSQL
 * that lives as long as the tests. Each is for its caller alone.
 */
public final class TestDatabase {

  private static final PostgresServer SERVER = PostgresServer.temporary();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /** The URL of one for the superuser, who may change what the program may not. */
  public static String url() {
    return SERVER.jdbcUrl(copy());
  }

  /** The URL of one for the role that the program works as. */
  public static String programUrl() {
    return SERVER.createDatabase(copy());
  }

  /** The URL of one without any table, for the role that the program works as. */
  public static String emptyUrl() {
    return SERVER.createDatabase("empty" + NUMBER.incrementAndGet());
  }

  private static String copy() {
    String name = "registry" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database %s template %s".formatted(name, Template.NAME));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** Made when it is first needed. */
  private static final class Template {

    static final String NAME = make("migrated");

    private static String make(String name) {
      Flyway.configure()
          .dataSource(SERVER.createDatabase(name), null, null)
          .schemas("registry")
          .locations("classpath:db/registry")
          .load()
          .migrate();
      return name;
    }
  }
}
