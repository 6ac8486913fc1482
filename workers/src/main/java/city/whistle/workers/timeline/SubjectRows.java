package city.whistle.workers.timeline;

import city.whistle.workers.resident.AccessLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** All that is verified, subject by subject in the order of their ids. */
final class SubjectRows implements AutoCloseable {

  /** PostgreSQL's order of UUIDs, which isn't Java's. */
  private static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private static final String LINES = "select * from registry.timeline_entry order by subject, seq";
  private static final String HEADS = "select * from registry.timeline_head order by subject";
  private static final String SUBJECTS = RecordContent.ALL + " order by id";
  private static final String SEALS = "select * from registry.record_seal order by subject";
  private static final String LOOKS =
      "select case_id, "
          + AccessLog.LINE_TEXT
          + " as text from registry.vault_access order by case_id";

  /** Of cases that weren't erased: with them their photos went. */
  private static final String PHOTOS =
      """
      select a.case_id, a.digest = (select sha256(string_agg(c.ciphertext, ''::bytea order by c.position))
        from registry.attachment_chunk c where c.case_id = a.case_id and c.attachment_id = a.id) as whole
      from registry.attachment a
      where not exists (select from registry.case_erasure e where e.case_id = a.case_id) order by a.case_id""";

  final SortedRows<StoredLine> lines;
  final SortedRows<TimelineHead> heads;
  final SortedRows<Subject> subjects;
  final SortedRows<SealedRecord> seals;
  final SortedRows<Look> looks;
  final SortedRows<Photo> photos;
  private final Connection connection;

  SubjectRows(Connection connection) throws SQLException {
    this.connection = connection;
    lines = new SortedRows<>(connection, LINES, StoredLine::read);
    heads = new SortedRows<>(connection, HEADS, TimelineHead::read);
    subjects = new SortedRows<>(connection, SUBJECTS, Subject::read);
    seals = new SortedRows<>(connection, SEALS, SealedRecord::read);
    looks = new SortedRows<>(connection, LOOKS, Look::read);
    photos = new SortedRows<>(connection, PHOTOS, Photo::read);
  }

  /** The lowest id that any of them stands at; null at the end of all. */
  UUID first() {
    return Stream.of(
            lines.peek() == null ? null : lines.peek().subject(),
            heads.peek() == null ? null : heads.peek().subject(),
            subjects.peek() == null ? null : subjects.peek().id(),
            seals.peek() == null ? null : seals.peek().subject(),
            looks.peek() == null ? null : looks.peek().subject(),
            photos.peek() == null ? null : photos.peek().subject())
        .filter(Objects::nonNull)
        .min(ORDER)
        .orElse(null);
  }

  List<Ledger> ledgers() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select * from registry.record_ledger order by shard")) {
      List<Ledger> ledgers = new ArrayList<>();
      while (row.next()) {
        ledgers.add(Ledger.read(row));
      }
      return ledgers;
    }
  }

  @Override
  public void close() throws SQLException {
    // a connection's statements end with its transaction, whichever of them was opened
    for (SortedRows<?> rows : List.of(lines, heads, subjects, seals, looks, photos)) {
      rows.close();
    }
  }

  /**
   * A case or whistle.
   *
   * @param always whether it has a timeline from its first row on
   * @param keyless whether a case's key is gone though it wasn't erased
   */
  record Subject(UUID id, String number, boolean always, boolean keyless, String content) {

    static Subject read(ResultSet row) throws SQLException {
      return new Subject(
          row.getObject("id", UUID.class),
          row.getString("number"),
          row.getBoolean("always"),
          row.getBoolean("keyless"),
          row.getString("content"));
    }
  }

  /** A line of the access log. */
  record Look(UUID subject, String text) {

    static Look read(ResultSet row) throws SQLException {
      return new Look(row.getObject("case_id", UUID.class), row.getString("text"));
    }
  }

  /** Whether a photo's chunks are those that were sealed. */
  record Photo(UUID subject, boolean whole) {

    static Photo read(ResultSet row) throws SQLException {
      return new Photo(row.getObject("case_id", UUID.class), row.getBoolean("whole"));
    }
  }
}
