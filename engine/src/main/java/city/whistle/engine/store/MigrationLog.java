package city.whistle.engine.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.internal.database.base.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Flyway says, under its own names. Only what it warns of about the database as such, that it
 * is newer than those it was tested with, is a detail here: the engine's tests run on it, and who
 * embeds the engine can't act on it. Flyway makes one by the class's name.
 */
public final class MigrationLog implements LogCreator {

  @Override
  public Log createLogger(Class<?> type) {
    Logger log = LoggerFactory.getLogger(type);
    return type == Database.class ? new AboutTheDatabase(log) : new Passed(log);
  }

  private static class Passed implements Log {

    final Logger log;

    Passed(Logger log) {
      this.log = log;
    }

    @Override
    public boolean isDebugEnabled() {
      return log.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
      log.debug(message);
    }

    @Override
    public void info(String message) {
      log.info(message);
    }

    @Override
    public void notice(String message) {
      log.info(message);
    }

    @Override
    public void warn(String message) {
      log.warn(message);
    }

    @Override
    public void error(String message) {
      log.error(message);
    }

    @Override
    public void error(String message, Exception cause) {
      log.error(message, cause);
    }
  }

  private static final class AboutTheDatabase extends Passed {

    AboutTheDatabase(Logger log) {
      super(log);
    }

    @Override
    public void warn(String message) {
      log.debug(message);
    }
  }
}
