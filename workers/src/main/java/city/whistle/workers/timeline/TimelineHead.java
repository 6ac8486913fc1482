package city.whistle.workers.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The end of a timeline as it was written last.
 *
 * @param seal null before the first line
 */
record TimelineHead(UUID subject, int seq, byte[] hash, byte[] seal) {

  static TimelineHead read(ResultSet row) throws SQLException {
    return new TimelineHead(
        row.getObject("subject", UUID.class),
        row.getInt("seq"),
        row.getBytes("hash"),
        row.getBytes("seal"));
  }
}
