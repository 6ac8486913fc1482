package city.whistle.workers.timeline;

import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.MasterKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of seals and ledgers. */
@Component
class RecordStore {

  private final JdbcClient jdbc;
  private final MasterKey key;

  RecordStore(JdbcClient jdbc, MasterKey key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  /**
   * The seal and what it should be over, all as of one moment; empty where there is no seal yet.
   */
  Optional<Before> before(UUID subject) {
    return jdbc.sql(
            """
            select r.*, h.seq as head_seq, h.hash as head_hash, h.seal as head_seal, c.content
            from registry.record_seal r left join registry.timeline_head h on h.subject = r.subject
              left join lateral\s"""
                + RecordContent.OF_ONE
                + " c on true where r.subject = :subject")
        .param("subject", subject)
        .query((row, n) -> new Before(SealedRecord.read(row), head(row, subject), content(row)))
        .optional();
  }

  private static TimelineHead head(ResultSet row, UUID subject) throws SQLException {
    int seq = row.getInt("head_seq");
    return row.wasNull()
        ? null
        : new TimelineHead(subject, seq, row.getBytes("head_hash"), row.getBytes("head_seal"));
  }

  static String content(ResultSet row) throws SQLException {
    String content = row.getString("content");
    return content == null ? "" : content;
  }

  /** Writes the seals, and then the ledgers, each in ascending order. */
  void seal(SortedMap<UUID, Touched> touched) {
    SortedMap<Integer, List<Change>> byLedger = new TreeMap<>();
    touched.forEach(
        (subject, what) ->
            seal(subject, what)
                .ifPresent(
                    change ->
                        byLedger
                            .computeIfAbsent(Ledger.shardOf(subject), shard -> new ArrayList<>())
                            .add(change)));
    byLedger.forEach(this::enter);
  }

  /** Empty where there is nothing to be sealed: what was to be written was there already. */
  private Optional<Change> seal(UUID subject, Touched what) {
    Optional<SealedRecord> before = locked(subject);
    TimelineHead head =
        jdbc.sql("select * from registry.timeline_head where subject = ?")
            .param(subject)
            .query((row, n) -> TimelineHead.read(row))
            .optional()
            .orElse(null);
    String content =
        jdbc.sql("select content from " + RecordContent.OF_ONE + " c")
            .param("subject", subject)
            .query(String.class)
            .optional()
            .orElse("");
    if (before.isPresent()) {
      return Optional.of(next(before.get(), what, head, content));
    }
    SealedRecord first = first(subject, head, content);
    if (head == null && content.isEmpty() && first.looks() == 0) {
      return Optional.empty();
    }
    return insert(first) ? Optional.of(new Change(null, first)) : seal(subject, what);
  }

  private Change next(SealedRecord before, Touched what, TimelineHead head, String content) {
    SealedRecord after =
        SealedRecord.of(
            before.subject(),
            head,
            before.looks() + what.looks(),
            Sum.with(before.lookSum(), what.lookSum()),
            spoiled(before, what),
            content,
            key);
    jdbc.sql(
            """
            update registry.record_seal set seq = ?, looks = ?, look_sum = ?, spoiled = ?, seal = ?
            where subject = ?""")
        .params(
            after.seq(),
            after.looks(),
            after.lookSum(),
            after.spoiled(),
            after.seal(),
            after.subject())
        .update();
    return new Change(before, after);
  }

  /** Where it was first found changed. */
  private static int spoiled(SealedRecord before, Touched what) {
    return before.spoiled() == SealedRecord.NEVER && what.spoiled()
        ? before.seq() + 1
        : before.spoiled();
  }

  private Optional<SealedRecord> locked(UUID subject) {
    return jdbc.sql("select * from registry.record_seal where subject = ? for update")
        .param(subject)
        .query((row, n) -> SealedRecord.read(row))
        .optional();
  }

  /** Of a subject from before there were seals, with the looks that there were. */
  private SealedRecord first(UUID subject, TimelineHead head, String content) {
    byte[] sum = Sum.zero();
    long looks = 0;
    for (String look :
        jdbc.sql("select " + AccessLog.LINE_TEXT + " from registry.vault_access where case_id = ?")
            .param(subject)
            .query(String.class)
            .list()) {
      sum = Sum.with(sum, AccessLog.digest(look, key));
      looks++;
    }
    return SealedRecord.of(subject, head, looks, sum, SealedRecord.NEVER, content, key);
  }

  /** False where another transaction was first. */
  private boolean insert(SealedRecord record) {
    return jdbc.sql(
                """
                insert into registry.record_seal (subject, seq, looks, look_sum, spoiled, seal)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
            .params(
                record.subject(),
                record.seq(),
                record.looks(),
                record.lookSum(),
                record.spoiled(),
                record.seal())
            .update()
        == 1;
  }

  private void enter(int shard, List<Change> changes) {
    Ledger empty = Ledger.empty(shard, key);
    jdbc.sql(
            """
            insert into registry.record_ledger (shard, records, sum, spoiled, seal) values (?, 0, ?, false, ?)
            on conflict do nothing""")
        .params(shard, empty.sum(), empty.seal())
        .update();
    Ledger ledger =
        jdbc.sql("select * from registry.record_ledger where shard = ? for update")
            .param(shard)
            .query((row, n) -> Ledger.read(row))
            .single();
    for (Change change : changes) {
      ledger = ledger.with(change.before(), change.after(), key);
    }
    jdbc.sql(
            "update registry.record_ledger set records = ?, sum = ?, spoiled = ?, seal = ? where shard = ?")
        .params(ledger.records(), ledger.sum(), ledger.spoiled(), ledger.seal(), shard)
        .update();
  }

  /**
   * A seal with what it should be over.
   *
   * @param head null where there is no timeline
   */
  record Before(SealedRecord record, TimelineHead head, String content) {}

  /**
   * @param before null where the record is new
   */
  private record Change(SealedRecord before, SealedRecord after) {}
}
