package city.whistle.workers.timeline;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A line with what ties it to the one before. */
record StoredLine(UUID subject, TimelineEntry entry, byte[] previous, byte[] hash) {

  static StoredLine read(ResultSet row) throws SQLException {
    return new StoredLine(
        row.getObject("subject", UUID.class),
        new TimelineEntry(
            row.getInt("seq"),
            CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
            row.getString("who"),
            row.getString("what"),
            row.getString("why"),
            row.getString("details")),
        row.getBytes("previous_hash"),
        row.getBytes("hash"));
  }
}
