package city.whistle.workers.api;

import city.whistle.workers.background.RecurringTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database answers. It looks by itself, so that those who ask, whoever and
 * however many they are, cost it nothing.
 */
@Component
class DatabasePulse implements SmartLifecycle {

  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;
  private final RecurringTask task = new RecurringTask("whistle-pulse", this::look, INTERVAL);
  private volatile boolean beats;

  DatabasePulse(DataSource database) {
    this.database = database;
  }

  /** As it was at the last look, a few seconds ago. */
  boolean beats() {
    return beats;
  }

  void look() {
    try (Connection connection = database.getConnection()) {
      beats = connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      beats = false;
    }
  }

  @Override
  public void start() {
    look();
    task.start();
  }

  @Override
  public void stop() {
    task.stop();
  }

  @Override
  public boolean isRunning() {
    return task.isRunning();
  }
}
