package city.whistle.engine.store;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * State and history in PostgreSQL. Every transaction first locks and checks the engine's own row:
 * so loading waits for a transaction whose end nobody saw, and an engine that another one has
 * replaced can't write. One thread at a time.
 */
public final class Store {

  private static final String BEGIN_EPOCH =
      "update engine.engine_meta set epoch = epoch + 1 returning epoch, last_key";

  /** Ways to find rows that read whole tables. */
  static final List<String> NOT_BY_KEY =
      List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin");

  /**
   * Also has rows found by their keys whatever the tables held when a plan was made: it is kept,
   * and what is best for an empty table reads a large one from end to end.
   */
  private static final String SAVE_KEY =
      "update engine.engine_meta set last_key = ? where epoch = ? returning "
          + NOT_BY_KEY.stream()
              .map("set_config('%s', 'off', true)"::formatted)
              .collect(Collectors.joining(", "));

  /** Classes of SQLState: data exception, integrity constraint, program limit exceeded. */
  private static final Set<String> BECAUSE_OF_DATA = Set.of("22", "23", "54");

  private final DataSource database;
  private final Mappings mappings = new Mappings();
  private final Writer writer = new Writer(mappings);
  private final Loader loader = new Loader(mappings);
  private long epoch;

  /**
   * @param database a pool
   */
  public Store(DataSource database) {
    this.database = database;
  }

  /** Fills empty state with all that is open, and lets the keys go on after the last one. */
  public void load(State state, KeyGenerator keys) throws SQLException {
    long lastKey = inTransaction(this::beginEpoch);
    inTransaction(
        connection -> {
          loader.load(connection, state);
          return null;
        });
    keys.continueAfter(Math.max(lastKey, keys.last()));
  }

  /**
   * Writes changes in one transaction.
   *
   * @param lastKey the last key that was given out
   * @throws SQLException where they may or may not have been written
   * @throws UnstorableException where they can't be stored; none was written
   * @throws TakenOverException where another engine has loaded the state since
   */
  public void write(NetChanges changes, long lastKey) throws SQLException {
    inTransaction(
        connection -> {
          saveKey(connection, lastKey);
          write(connection, changes);
          return null;
        });
  }

  private void write(Connection connection, NetChanges changes) throws SQLException {
    try {
      writer.write(connection, changes);
    } catch (SQLException e) {
      if (BECAUSE_OF_DATA.contains(String.valueOf(e.getSQLState()).substring(0, 2))) {
        throw new UnstorableException(e);
      }
      throw e;
    } catch (RuntimeException e) {
      throw new UnstorableException(e);
    }
  }

  /** Deletes all rows of all tables; keys still go on. */
  public void clear(long lastKey) throws SQLException {
    String tables =
        mappings.tables().stream().map(t -> "engine." + t).collect(Collectors.joining(", "));
    inTransaction(
        connection -> {
          saveKey(connection, lastKey);
          try (PreparedStatement truncate = connection.prepareStatement("truncate " + tables)) {
            truncate.execute();
          }
          return null;
        });
  }

  private long beginEpoch(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(BEGIN_EPOCH);
        ResultSet row = update.executeQuery()) {
      row.next();
      epoch = row.getLong(1);
      return row.getLong(2);
    }
  }

  private void saveKey(Connection connection, long lastKey) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SAVE_KEY)) {
      update.setLong(1, lastKey);
      update.setLong(2, epoch);
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          throw new TakenOverException();
        }
      }
    }
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
