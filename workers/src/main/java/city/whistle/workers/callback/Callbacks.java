package city.whistle.workers.callback;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.ResidentAnswer;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of callbacks. */
@Component
class Callbacks {

  private final JdbcClient jdbc;
  private final CityTime time;

  Callbacks(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  void insert(UUID caseId, int round, CallbackVariable callback) {
    jdbc.sql(
            """
            insert into registry.callback (id, case_id, round, attempt, channel, planned_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(callback.id(), caseId, round, callback.attempt(), callback.channel(), time.now())
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

  /** Uses the token up; false where it was used before, is too old, or the callback is over. */
  boolean useToken(UUID id) {
    OffsetDateTime now = time.now();
    return jdbc.sql(
                """
                update registry.callback set token_used_at = ?
                where id = ? and token_used_at is null and token_expires > ? and recorded_at is null""")
            .params(now, id, now)
            .update()
        == 1;
  }

  void recorded(UUID id, ResidentAnswer answer) {
    jdbc.sql(
            """
            update registry.callback set answered = ?, contacted = ?, settled = ?, satisfied = ?, recorded_at = ?
            where id = ?""")
        .params(
            answer.answered(),
            answer.contacted(),
            answer.settled(),
            answer.satisfied(),
            time.now(),
            id)
        .update();
  }

  record Linked(UUID id, UUID caseId) {}
}
