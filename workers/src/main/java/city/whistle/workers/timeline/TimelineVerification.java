package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.timeline.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Goes along all timelines, as they are at one moment, and finds what was changed, dropped, put in
 * or put elsewhere. Lines are read in their order and forgotten, so it needs no more memory for
 * more of them; nothing is locked.
 *
 * <p>It doesn't find that the whole database was put back to an earlier state, nor that a case was
 * removed with all that belongs to it.
 */
@Component
public class TimelineVerification {

  private static final String LINES = "select * from registry.timeline_entry order by subject, seq";
  private static final String HEADS = "select * from registry.timeline_head order by subject";

  /** A whistle's own timeline begins with its process, a case's with its row. */
  private static final String SUBJECTS =
      """
      select id, number, true as always from registry.case_file
      union all select id, number, false from registry.whistle
      order by id""";

  /** PostgreSQL's order of UUIDs, which isn't Java's. */
  private static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

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
   *     number is known
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
    try (SortedRows<StoredLine> lines = new SortedRows<>(connection, LINES, StoredLine::read);
        SortedRows<TimelineHead> heads = new SortedRows<>(connection, HEADS, TimelineHead::read);
        SortedRows<Subject> subjects = new SortedRows<>(connection, SUBJECTS, Subject::read)) {
      return new Merge(lines, heads, subjects, findings).run();
    } finally {
      connection.rollback();
    }
  }

  private final class Merge {

    private final SortedRows<StoredLine> lines;
    private final SortedRows<TimelineHead> heads;
    private final SortedRows<Subject> subjects;
    private final BiConsumer<String, Finding> findings;
    private long timelineCount;
    private long lineCount;
    private long findingCount;

    Merge(
        SortedRows<StoredLine> lines,
        SortedRows<TimelineHead> heads,
        SortedRows<Subject> subjects,
        BiConsumer<String, Finding> findings) {
      this.lines = lines;
      this.heads = heads;
      this.subjects = subjects;
      this.findings = findings;
    }

    Summary run() throws SQLException {
      for (UUID id = first(); id != null; id = first()) {
        one(id);
      }
      return new Summary(timelineCount, lineCount, findingCount);
    }

    /** The lowest id that any of the three stands at; null at the end of all. */
    private UUID first() {
      return Stream.of(
              lines.peek() == null ? null : lines.peek().subject(),
              heads.peek() == null ? null : heads.peek().subject(),
              subjects.peek() == null ? null : subjects.peek().id())
          .filter(Objects::nonNull)
          .min(ORDER)
          .orElse(null);
    }

    private void one(UUID id) throws SQLException {
      Subject subject =
          subjects.peek() != null && subjects.peek().id().equals(id) ? subjects.take() : null;
      TimelineHead head =
          heads.peek() != null && heads.peek().subject().equals(id) ? heads.take() : null;
      if (head == null && (lines.peek() == null || !lines.peek().subject().equals(id))) {
        if (subject.always()) {
          tell(subject, new Finding(id, 0, Kind.NO_TIMELINE));
        }
        return;
      }
      timelineCount++;
      ChainWalk walk = new ChainWalk(id, key, finding -> tell(subject, finding));
      while (lines.peek() != null && lines.peek().subject().equals(id)) {
        walk.line(lines.take());
        lineCount++;
      }
      walk.end(head);
    }

    private void tell(Subject subject, Finding finding) {
      findingCount++;
      findings.accept(subject == null ? finding.subject().toString() : subject.number(), finding);
    }
  }

  private record Subject(UUID id, String number, boolean always) {

    static Subject read(ResultSet row) throws SQLException {
      return new Subject(
          row.getObject("id", UUID.class), row.getString("number"), row.getBoolean("always"));
    }
  }

  /** How much was looked at, and how much of it isn't as it was written. */
  public record Summary(long timelines, long lines, long findings) {

    public boolean intact() {
      return findings == 0;
    }
  }
}
