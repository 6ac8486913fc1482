package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Goes along all timelines, as they are at one moment, and finds what was changed, dropped, put in
 * or put elsewhere: of lines, of the rows of cases and whistles, of photos, and of the looks at
 * residents' data. Rows are read in their order and forgotten, so it needs no more memory for more
 * of them; nothing is locked.
 *
 * <p>It doesn't find that the whole database was put back to an earlier state.
 */
@Component
public class TimelineVerification {

  private final DataSource database;
  private final MasterKey key;

  public TimelineVerification(DataSource database, MasterKey key) {
    this.database = database;
    this.key = key;
  }

  /**
   * Looks at everything.
   *
   * @param findings told each finding, with the number of the case or whistle, or its id where no
   *     number is known, or the name of a ledger
   */
  public Summary verify(BiConsumer<String, Finding> findings) {
    try (Connection connection = database.getConnection()) {
      return verify(connection, findings);
    } catch (SQLException e) {
      throw new IllegalStateException("the timelines can't be read: " + e.getMessage(), e);
    }
  }

  private Summary verify(Connection connection, BiConsumer<String, Finding> findings)
      throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (SubjectRows rows = new SubjectRows(connection)) {
      return new VerificationWalk(rows, key, findings).run();
    } finally {
      connection.rollback();
    }
  }

  /**
   * How much was looked at, and how much of it isn't as it was written.
   *
   * @param unsealed cases and whistles without a seal over their rows, as an older program wrote
   *     them; a seal that was taken away is a finding
   */
  public record Summary(long timelines, long lines, long unsealed, long findings) {

    public boolean intact() {
      return findings == 0;
    }
  }
}
