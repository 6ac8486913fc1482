package city.whistle.workers.api;

import city.whistle.workers.background.BackgroundWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database answers. It looks by itself, so that those who ask, whoever and
 * however many they are, cost it nothing.
 */
@Component
class DatabasePulse extends BackgroundWork {

  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;
  private volatile boolean beats;

  DatabasePulse(DataSource database) {
    super(INTERVAL);
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
  protected Map<String, Runnable> work() {
    return Map.of("whistle-pulse", this::look);
  }

  @Override
  public void start() {
    look();
    super.start();
  }
}
