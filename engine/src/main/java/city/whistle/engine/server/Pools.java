package city.whistle.engine.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Connections to the database. The writer has its own, so that searches never keep it waiting.
 *
 * @param writing for the writer and the migration
 * @param reading for searches, a connection per thread
 */
record Pools(DataSource writing, DataSource reading) {

  static final int READERS = 8;
  private static final int WRITERS = 2;
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);
  private static final String SILENT_SECONDS = "60";

  static Pools of(String url, String user, String password, Parts parts) {
    HikariConfig writing = config("engine-writing", url, user, password, WRITERS);
    writing.addDataSourceProperty("socketTimeout", SILENT_SECONDS);
    HikariConfig reading = config("engine-reading", url, user, password, READERS);
    reading.setReadOnly(true);
    // What one search finds at once another reads whole tables for: each is planned for its values.
    reading.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
    return new Pools(
        parts.add(new HikariDataSource(writing)), parts.add(new HikariDataSource(reading)));
  }

  private static HikariConfig config(
      String name, String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE);
    config.addDataSourceProperty("ApplicationName", "whistle-engine");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }
}
