package city.whistle.workers.notification.delivery;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.notification.Recipient;
import city.whistle.workers.timeline.Timeline;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that wait. Whoever takes one has it for a time, the lease; if he stops meanwhile,
 * another takes it after that.
 */
@Component
class NotificationQueue {

  /** Longer than the quiet hours of a day, a server's pause and any retry. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(26);

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;
  private final Timeline timeline;

  NotificationQueue(JdbcClient jdbc, CityTime time, JsonText json, Timeline timeline) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
    this.timeline = timeline;
  }

  /** Lets what had no way, or one that settings don't name any more, look for one anew. */
  void forgetRoutesExcept(Collection<String> endpoints) {
    jdbc.sql(
            """
            update registry.notification set state = 'waiting', endpoint = null, via = null
            where state = 'unrouted'
              or state = 'waiting' and endpoint is not null and endpoint <> all (?)""")
        .param(endpoints.toArray(String[]::new))
        .update();
  }

  /** Locks messages that have no endpoint yet, oldest first, for the caller's transaction. */
  List<QueuedNotification> unrouted(int max) {
    return jdbc.sql(
            """
            select * from registry.notification where state = 'waiting' and endpoint is null
            order by created_at limit ? for update skip locked""")
        .param(max)
        .query(row())
        .list();
  }

  void route(QueuedNotification notification, String endpoint, String via) {
    jdbc.sql("update registry.notification set endpoint = ?, via = ? where id = ?")
        .params(endpoint, via, notification.id())
        .update();
  }

  void hasNoRoute(QueuedNotification notification) {
    jdbc.sql("update registry.notification set state = 'unrouted' where id = ?")
        .param(notification.id())
        .update();
  }

  /**
   * Takes messages that are due, those first that are due longest, for {@code lease}. One that is
   * due later than any pause lasts was written under a clock that was ahead, and is due now.
   */
  List<QueuedNotification> take(String endpoint, int max, Duration lease) {
    OffsetDateTime now = time.now();
    return jdbc
        .sql(
            """
            with due as (
              select id, due_at as was_due from registry.notification
              where state = 'waiting' and endpoint = ? and (due_at <= ? or due_at > ?)
              order by due_at, id limit ? for update skip locked)
            update registry.notification n set due_at = ?, attempts = n.attempts + 1
            from due where n.id = due.id
            returning n.*, due.was_due""")
        .params(endpoint, now, now.plus(LONGEST_PAUSE), max, now.plus(lease))
        .query(
            (row, n) ->
                new Taken(row.getObject("was_due", OffsetDateTime.class), row().mapRow(row, n)))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(Taken::wasDue).thenComparing(taken -> taken.notification().id()))
        .map(Taken::notification)
        .toList();
  }

  void sent(QueuedNotification notification) {
    jdbc.sql(
            """
            update registry.notification set state = 'sent', sent_at = ?, last_error = null
            where id = ? and state = 'waiting'""")
        .params(time.now(), notification.id())
        .update();
  }

  /** It was tried and comes again. */
  void postpone(QueuedNotification notification, OffsetDateTime until, String error) {
    jdbc.sql(
            """
            update registry.notification set due_at = ?, last_error = ?
            where id = ? and state = 'waiting' and attempts = ?""")
        .params(until, error, notification.id(), notification.attempts())
        .update();
  }

  /** It comes again as if it had not been taken. */
  void putBack(QueuedNotification notification, OffsetDateTime until) {
    jdbc.sql(
            """
            update registry.notification set due_at = ?, attempts = attempts - 1
            where id = ? and state = 'waiting' and attempts = ?""")
        .params(until, notification.id(), notification.attempts())
        .update();
  }

  /** It must not be sent, or there is nowhere to send it. */
  void drop(QueuedNotification notification, String reason) {
    end(notification, "dropped", reason);
  }

  /** It is given up; the timeline says so, since somebody may have had a right to it. */
  @Transactional
  public void giveUp(QueuedNotification notification, String reason) {
    if (end(notification, "dead", reason)) {
      timeline.append(
          notification.subject(),
          "system",
          "NotificationUndeliverable",
          reason,
          Map.of("kind", notification.kind(), "recipient", notification.recipient().text()));
    }
  }

  private boolean end(QueuedNotification notification, String state, String reason) {
    return jdbc.sql(
                """
                update registry.notification set state = ?, reason = ?
                where id = ? and state = 'waiting'""")
            .params(state, reason, notification.id())
            .update()
        == 1;
  }

  private RowMapper<QueuedNotification> row() {
    return (row, n) -> {
      String via = row.getString("via");
      OffsetDateTime created = row.getObject("created_at", OffsetDateTime.class);
      OffsetDateTime retried = row.getObject("retried_at", OffsetDateTime.class);
      return new QueuedNotification(
          row.getObject("id", UUID.class),
          row.getObject("subject", UUID.class),
          Recipient.of(row.getString("recipient")),
          via == null ? row.getString("channel") : via,
          row.getString("template"),
          parameters(row.getString("parameters")),
          row.getString("vault_part"),
          CityTime.inCity(created),
          CityTime.inCity(retried == null ? created : retried),
          row.getInt("attempts"));
    };
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> parameters(String text) {
    return json.read(text, Map.class);
  }

  private record Taken(OffsetDateTime wasDue, QueuedNotification notification) {}
}
