package city.whistle.workers.callback;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.fact.CallbackFacts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of callbacks. What a resident answered by link lies in its row until the process has
 * read it, so that an answer that was accepted counts, wherever the process stands just then. At
 * most one link of a case is open.
 */
@Component
public class Callbacks {

  private final JdbcClient jdbc;
  private final CityTime time;
  private final CallbackFacts facts;

  Callbacks(JdbcClient jdbc, CityTime time, CallbackFacts facts) {
    this.jdbc = jdbc;
    this.time = time;
    this.facts = facts;
  }

  void insert(UUID caseId, int round, CallbackVariable callback) {
    jdbc.sql(
            """
            insert into registry.callback (id, case_id, round, attempt, channel, planned_at)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(callback.id(), caseId, round, callback.attempt(), callback.channel(), time.now())
        .update();
  }

  /** All of a case, the last planned first. */
  public List<CallbackState> of(UUID caseId) {
    return jdbc.sql(
            "select * from registry.callback where case_id = ? order by planned_at desc, id")
        .param(caseId)
        .query(
            (row, n) ->
                new CallbackState(
                    row.getInt("round"),
                    row.getInt("attempt"),
                    row.getString("channel"),
                    CityTime.inCity(row.getObject("planned_at", OffsetDateTime.class)),
                    CityTime.inCity(row.getObject("recorded_at", OffsetDateTime.class)),
                    new ResidentAnswer(
                        row.getObject("answered", Boolean.class),
                        row.getObject("contacted", Boolean.class),
                        row.getString("settled"),
                        row.getString("satisfied"))))
        .list();
  }

  /** Closes the case's links: whoever answers from now on is told that it comes too late. */
  public void closeLinks(UUID caseId) {
    OffsetDateTime now = time.now();
    jdbc.sql(
            """
            update registry.callback set token_expires = ?
            where case_id = ? and token_used_at is null and token_expires > ?\
            """)
        .params(now, caseId, now)
        .update();
  }

  void giveToken(UUID id, byte[] digest, OffsetDateTime expires) {
    jdbc.sql("update registry.callback set token_digest = ?, token_expires = ? where id = ?")
        .params(digest, expires, id)
        .update();
  }

  /** The callback that a token is for, whether or not it can still be used. */
  Optional<Linked> byToken(byte[] digest) {
    return jdbc.sql("select id, case_id from registry.callback where token_digest = ?")
        .param(digest)
        .query(
            (row, n) ->
                new Linked(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class)))
        .optional();
  }

  /** The case that is called back. */
  UUID caseOf(UUID id) {
    return jdbc.sql("select case_id from registry.callback where id = ?")
        .param(id)
        .query(UUID.class)
        .single();
  }

  /**
   * Uses the token up and keeps the answer for the process to read; false where it could not count
   * any more: the token was used before or is too old, the callback or the case is over.
   */
  boolean accept(UUID id, UUID caseId, ResidentAnswer answer) {
    OffsetDateTime now = time.now();
    lock(caseId);
    return jdbc.sql(
                """
                update registry.callback b set token_used_at = ?, answered = ?, contacted = ?, settled = ?, satisfied = ?
                from registry.case_file c
                where b.id = ? and b.token_used_at is null and b.token_expires > ? and b.recorded_at is null
                  and c.id = b.case_id and c.closed_at is null\
                """)
            .params(
                now,
                answer.answered(),
                answer.contacted(),
                answer.settled(),
                answer.satisfied(),
                id,
                now)
            .update()
        == 1;
  }

  /** What the resident answered by link and the process has not read yet, the last of it. */
  Optional<Unread> unread(UUID caseId) {
    lock(caseId);
    return jdbc.sql(
            """
            select id, contacted, settled, satisfied from registry.callback
            where case_id = ? and token_used_at is not null and recorded_at is null
            order by token_used_at desc limit 1\
            """)
        .param(caseId)
        .query(
            (row, n) ->
                new Unread(
                    row.getObject("id", UUID.class),
                    new ResidentAnswer(
                        true,
                        row.getBoolean("contacted"),
                        row.getString("settled"),
                        row.getString("satisfied"))))
        .optional();
  }

  /** Ends the callback with this answer; no earlier attempt of the case is answered after it. */
  void recorded(UUID id, UUID caseId, ResidentAnswer answer) {
    OffsetDateTime now = facts.moment();
    jdbc.sql(
            """
            update registry.callback set answered = ?, contacted = ?, settled = ?, satisfied = ?
            where id = ?\
            """)
        .params(answer.answered(), answer.contacted(), answer.settled(), answer.satisfied(), id)
        .update();
    jdbc.sql(
            "update registry.callback set recorded_at = ? where case_id = ? and recorded_at is"
                + " null")
        .params(now, caseId)
        .update();
    facts.add(id, caseId, answer, now);
  }

  /** Answers and the process's reading of them come one after the other. */
  private void lock(UUID caseId) {
    jdbc.sql("select id from registry.case_file where id = ? for update")
        .param(caseId)
        .query(UUID.class)
        .single();
  }

  record Linked(UUID id, UUID caseId) {}

  record Unread(UUID callbackId, ResidentAnswer answer) {}
}
