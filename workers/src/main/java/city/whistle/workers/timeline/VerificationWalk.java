package city.whistle.workers.timeline;

import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.timeline.Finding.Kind;
import city.whistle.workers.timeline.SubjectRows.Subject;
import city.whistle.workers.timeline.TimelineVerification.Summary;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Looks at one subject after the other, and at the end at the ledgers over all. */
final class VerificationWalk {

  private final SubjectRows rows;
  private final MasterKey key;
  private final BiConsumer<String, Finding> findings;
  private final LedgerCheck ledgers;
  private long timelineCount;
  private long lineCount;
  private long unsealedCount;
  private long findingCount;

  VerificationWalk(SubjectRows rows, MasterKey key, BiConsumer<String, Finding> findings) {
    this.rows = rows;
    this.key = key;
    this.findings = findings;
    this.ledgers = new LedgerCheck(key);
  }

  Summary run() throws SQLException {
    for (UUID id = rows.first(); id != null; id = rows.first()) {
      one(id);
    }
    ledgers.check(
        rows.ledgers(), shard -> tell("ledger " + shard, new UUID(0, shard), 0, Kind.LEDGER));
    return new Summary(timelineCount, lineCount, unsealedCount, findingCount);
  }

  private void one(UUID id) throws SQLException {
    Subject subject = rows.subjects.takeIf(next -> next.id().equals(id));
    TimelineHead head = rows.heads.takeIf(next -> next.subject().equals(id));
    SealedRecord seal = rows.seals.takeIf(next -> next.subject().equals(id));
    String name = subject == null ? id.toString() : subject.number();
    boolean whole = timeline(id, name, subject, head, seal);
    if (subject != null && subject.keyless()) {
      tell(name, id, 0, Kind.NO_KEY);
    }
    record(id, name, subject, head, seal, whole);
    photos(id, name);
  }

  /** Whether the lines are as they were written. */
  private boolean timeline(
      UUID id, String name, Subject subject, TimelineHead head, SealedRecord seal)
      throws SQLException {
    long before = findingCount;
    if (head == null && (rows.lines.peek() == null || !rows.lines.peek().subject().equals(id))) {
      boolean expected = subject != null && subject.always() || seal != null && seal.seq() > 0;
      if (expected) {
        tell(name, id, 0, Kind.NO_TIMELINE);
      }
      return !expected;
    }
    timelineCount++;
    ChainWalk walk = new ChainWalk(id, key, finding -> tell(name, finding));
    for (StoredLine line = line(id); line != null; line = line(id)) {
      walk.line(line);
      lineCount++;
    }
    walk.end(head);
    return findingCount == before;
  }

  private StoredLine line(UUID id) throws SQLException {
    return rows.lines.takeIf(next -> next.subject().equals(id));
  }

  /** Over lines of which one is known to differ, a seal says nothing more. */
  private void record(
      UUID id, String name, Subject subject, TimelineHead head, SealedRecord seal, boolean whole)
      throws SQLException {
    byte[] sum = Sum.zero();
    long count = 0;
    for (SubjectRows.Look look = look(id); look != null; look = look(id)) {
      sum = Sum.with(sum, AccessLog.digest(look.text(), key));
      count++;
    }
    if (seal == null) {
      unsealedCount++;
      return;
    }
    ledgers.add(seal);
    if (seal.looks() != count || !Arrays.equals(seal.lookSum(), sum)) {
      tell(name, id, 0, Kind.LOOKS);
    }
    if (whole && !seal.holds(head, subject == null ? "" : subject.content(), key)) {
      tell(name, id, 0, Kind.RECORD);
    }
    if (seal.spoiled() != SealedRecord.NEVER) {
      tell(name, id, seal.spoiled(), Kind.SPOILED);
    }
  }

  private SubjectRows.Look look(UUID id) throws SQLException {
    return rows.looks.takeIf(next -> next.subject().equals(id));
  }

  private void photos(UUID id, String name) throws SQLException {
    SubjectRows.Photo photo = photo(id);
    boolean whole = true;
    while (photo != null) {
      whole &= photo.whole();
      photo = photo(id);
    }
    if (!whole) {
      tell(name, id, 0, Kind.PHOTO);
    }
  }

  private SubjectRows.Photo photo(UUID id) throws SQLException {
    return rows.photos.takeIf(next -> next.subject().equals(id));
  }

  private void tell(String name, UUID subject, int line, Kind kind) {
    tell(name, new Finding(subject, line, kind));
  }

  private void tell(String name, Finding finding) {
    findingCount++;
    findings.accept(name, finding);
  }
}
