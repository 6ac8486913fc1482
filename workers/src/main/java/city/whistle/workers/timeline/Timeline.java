package city.whistle.workers.timeline;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.change.LineAdded;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.ResidentVault;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to a case, to a whistle without a case, or in a month's assessment: append-only,
 * each line chained to the one before by its hash, the last one sealed with the master key. The
 * database refuses to change a line; {@link TimelineVerification} finds one that was changed all
 * the same.
 */
@Component
@Transactional
public class Timeline {

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;
  private final MasterKey key;
  private final ResidentVault vault;
  private final RecordSeals seals;
  private final ApplicationEventPublisher events;

  Timeline(
      JdbcClient jdbc,
      CityTime time,
      JsonText json,
      MasterKey key,
      ResidentVault vault,
      RecordSeals seals,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
    this.key = key;
    this.vault = vault;
    this.seals = seals;
    this.events = events;
  }

  /**
   * Adds a line in the caller's transaction.
   *
   * @param subject the case's or whistle's id
   * @param why null where the step says it all; a line stays for ever, so it is redacted first
   * @param details small facts without personal data, written in their iteration order
   */
  public void append(UUID subject, String who, String what, String why, Map<String, ?> details) {
    seals.touch(subject);
    TimelineHead head = lockHead(subject);
    TimelineEntry entry =
        new TimelineEntry(
            head.seq() + 1,
            time.now(),
            who,
            what,
            why == null ? "" : vault.redact(subject, why),
            json.write(details));
    byte[] hash = ChainLink.hash(head.hash(), subject, entry);
    jdbc.sql(
            """
            insert into registry.timeline_entry (subject, seq, at, who, what, why, details, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            subject,
            entry.seq(),
            entry.at(),
            who,
            what,
            entry.why(),
            entry.details(),
            head.hash(),
            hash)
        .update();
    jdbc.sql("update registry.timeline_head set seq = ?, hash = ?, seal = ? where subject = ?")
        .params(entry.seq(), hash, ChainSeal.after(head.seal(), hash, key), subject)
        .update();
    events.publishEvent(new LineAdded(subject));
  }

  public void append(UUID subject, String who, String what, String why) {
    append(subject, who, what, why, Map.of());
  }

  /**
   * When those who have to do something about each last did something: not the program, which
   * reminds and escalates, nor who complains or urges. One without such a step is left out.
   */
  public Map<UUID, OffsetDateTime> lastDoneAt(Collection<UUID> subjects) {
    Map<UUID, OffsetDateTime> newest = new HashMap<>();
    jdbc.sql(
            """
            select s.id, e.at from unnest(:subjects::uuid[]) s (id)
            cross join lateral (select at from registry.timeline_entry
              where subject = s.id and who not in ('system', 'resident') and who not like 'hotline:%'
                and what <> 'SupervisorUrged'
              order by seq desc limit 1) e\
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(
            (row, n) ->
                newest.put(
                    row.getObject("id", UUID.class),
                    CityTime.inCity(row.getObject("at", OffsetDateTime.class))))
        .list();
    return newest;
  }

  /** How often each of the steps stands there; steps that don't are left out. */
  public Map<UUID, Map<String, Integer>> counts(Collection<UUID> subjects, List<String> steps) {
    Map<UUID, Map<String, Integer>> counts = new HashMap<>();
    jdbc.sql(
            """
            select subject, what, count(*) as times from registry.timeline_entry
            where subject = any(:subjects::uuid[]) and what = any(:steps::text[]) group by subject, what\
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("steps", steps.toArray(String[]::new))
        .query(
            (row, n) ->
                counts
                    .computeIfAbsent(row.getObject("subject", UUID.class), none -> new HashMap<>())
                    .put(row.getString("what"), row.getInt("times")))
        .list();
    return counts;
  }

  /** How often the step stands there. */
  public int count(UUID subject, String what) {
    return jdbc.sql("select count(*) from registry.timeline_entry where subject = ? and what = ?")
        .params(subject, what)
        .query(Integer.class)
        .single();
  }

  /** When the step last happened. */
  public Optional<OffsetDateTime> lastAt(UUID subject, String what) {
    return jdbc.sql(
            """
            select at from registry.timeline_entry where subject = ? and what = ?
            order by seq desc limit 1\
            """)
        .params(subject, what)
        .query((row, n) -> CityTime.inCity(row.getObject("at", OffsetDateTime.class)))
        .optional();
  }

  /**
   * Lines, oldest first.
   *
   * @param after the number of the last line seen; 0 for none
   */
  public List<TimelineEntry> of(UUID subject, int after, int max) {
    return jdbc.sql(
            """
            select * from registry.timeline_entry where subject = ? and seq > ?
            order by seq limit ?\
            """)
        .params(subject, after, max)
        .query((row, n) -> StoredLine.read(row).entry())
        .list();
  }

  /**
   * Lines, newest first.
   *
   * @param before the number of the earliest line seen; {@link Integer#MAX_VALUE} for none
   */
  public List<TimelineEntry> newest(UUID subject, int before, int max) {
    return jdbc.sql(
            """
            select * from registry.timeline_entry where subject = ? and seq < ?
            order by seq desc limit ?\
            """)
        .params(subject, before, max)
        .query((row, n) -> StoredLine.read(row).entry())
        .list();
  }

  private TimelineHead lockHead(UUID subject) {
    jdbc.sql(
            """
            insert into registry.timeline_head (subject, seq, hash) values (?, 0, ?)
            on conflict (subject) do nothing\
            """)
        .params(subject, ChainLink.START)
        .update();
    return jdbc.sql("select * from registry.timeline_head where subject = ? for update")
        .param(subject)
        .query((row, n) -> TimelineHead.read(row))
        .single();
  }
}
