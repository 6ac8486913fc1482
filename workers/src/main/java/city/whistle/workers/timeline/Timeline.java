package city.whistle.workers.timeline;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to a case, or to a whistle without a case: append-only, each line chained to the
 * one before by its hash. The database refuses to change a line; {@link #check} finds one that was
 * changed all the same.
 */
@Component
@Transactional
public class Timeline {

  private static final RowMapper<Line> LINE =
      (row, n) ->
          new Line(
              new TimelineEntry(
                  row.getInt("seq"),
                  CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
                  row.getString("who"),
                  row.getString("what"),
                  row.getString("why"),
                  row.getString("details")),
              row.getBytes("previous_hash"),
              row.getBytes("hash"));

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;

  Timeline(JdbcClient jdbc, CityTime time, JsonText json) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
  }

  /**
   * Adds a line in the caller's transaction.
   *
   * @param subject the case's or whistle's id
   * @param why null where the step says it all
   * @param details small facts without personal data, written in their iteration order
   */
  public void append(UUID subject, String who, String what, String why, Map<String, ?> details) {
    Head head = lockHead(subject);
    TimelineEntry entry =
        new TimelineEntry(
            head.seq + 1, time.now(), who, what, why == null ? "" : why, json.write(details));
    byte[] hash = ChainLink.hash(head.hash, subject, entry);
    jdbc.sql(
            """
            insert into registry.timeline_entry (subject, seq, at, who, what, why, details, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            subject,
            entry.seq(),
            entry.at(),
            who,
            what,
            entry.why(),
            entry.details(),
            head.hash,
            hash)
        .update();
    jdbc.sql("update registry.timeline_head set seq = ?, hash = ? where subject = ?")
        .params(entry.seq(), hash, subject)
        .update();
  }

  public void append(UUID subject, String who, String what, String why) {
    append(subject, who, what, why, Map.of());
  }

  /** How often the step stands there. */
  public int count(UUID subject, String what) {
    return jdbc.sql("select count(*) from registry.timeline_entry where subject = ? and what = ?")
        .params(subject, what)
        .query(Integer.class)
        .single();
  }

  /** All lines, oldest first. */
  public List<TimelineEntry> of(UUID subject) {
    return lines(subject).stream().map(Line::entry).toList();
  }

  /**
   * Recomputes the chain from its first line, and looks whether its end is the one that was written
   * last.
   */
  public TimelineCheck check(UUID subject) {
    List<Line> lines = lines(subject);
    byte[] previous = ChainLink.START;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean follows =
          line.entry.seq() == i + 1
              && Arrays.equals(previous, line.previous)
              && Arrays.equals(ChainLink.hash(previous, subject, line.entry), line.hash);
      if (!follows) {
        return new TimelineCheck(lines.size(), i + 1);
      }
      previous = line.hash;
    }
    return new TimelineCheck(
        lines.size(), endsWith(subject, lines.size(), previous) ? 0 : lines.size() + 1);
  }

  private boolean endsWith(UUID subject, int seq, byte[] hash) {
    return jdbc.sql("select seq, hash from registry.timeline_head where subject = ?")
        .param(subject)
        .query((row, n) -> new Head(row.getInt("seq"), row.getBytes("hash")))
        .optional()
        .map(head -> head.seq == seq && Arrays.equals(head.hash, hash))
        .orElse(seq == 0);
  }

  private Head lockHead(UUID subject) {
    jdbc.sql(
            """
            insert into registry.timeline_head (subject, seq, hash) values (?, 0, ?)
            on conflict (subject) do nothing""")
        .params(subject, ChainLink.START)
        .update();
    return jdbc.sql("select seq, hash from registry.timeline_head where subject = ? for update")
        .param(subject)
        .query((row, n) -> new Head(row.getInt("seq"), row.getBytes("hash")))
        .single();
  }

  private List<Line> lines(UUID subject) {
    return jdbc.sql("select * from registry.timeline_entry where subject = ? order by seq")
        .param(subject)
        .query(LINE)
        .list();
  }

  private record Head(int seq, byte[] hash) {}

  private record Line(TimelineEntry entry, byte[] previous, byte[] hash) {}
}
