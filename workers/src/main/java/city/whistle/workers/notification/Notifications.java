package city.whistle.workers.notification;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to people, written in the transaction of the step that causes them, sent later. */
@Component
public class Notifications {

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;
  private final ApplicationEventPublisher events;

  Notifications(JdbcClient jdbc, CityTime time, JsonText json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
    this.events = events;
  }

  /**
   * Nobody is told the same again within the period that data give for its kind. What a resident is
   * told of a matter, the residents of cases that follow his are told, too; a part of the vault
   * must lie with each of them.
   */
  public void add(Notification notification) {
    addOne(notification);
    if (notification.recipient().kind() == Recipient.Kind.RESIDENT
        && notification.kind().isOfMatter()) {
      followers(notification).forEach(this::addOne);
    }
  }

  private List<Notification> followers(Notification told) {
    return jdbc.sql(
            """
            select f.id, f.channel from registry.case_merge m join registry.case_file f on f.id = m.case_id
            where m.leader_id = ? and m.ended_at is null order by m.id\
            """)
        .param(told.subject())
        .query(
            (row, n) ->
                new Notification(
                    row.getObject("id", UUID.class),
                    told.recipient(),
                    ResidentChannel.of(row.getString("channel")),
                    told.kind(),
                    told.parameters(),
                    told.vaultPart()))
        .list();
  }

  private void addOne(Notification notification) {
    OffsetDateTime now = time.now();
    if (isTold(notification, now)) {
      return;
    }
    jdbc.sql(
            """
            insert into registry.notification
              (id, subject, recipient, channel, template, parameters, vault_part, created_at, due_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
        .params(
            UUID.randomUUID(),
            notification.subject(),
            notification.recipient().text(),
            notification.channel(),
            notification.kind().wireName(),
            json.write(notification.parameters()),
            notification.vaultPart(),
            now,
            now)
        .update();
    events.publishEvent(new NotificationAdded());
  }

  private boolean isTold(Notification notification, OffsetDateTime now) {
    return jdbc.sql(
            """
            select exists (select from registry.notification n join registry.notice_period p on p.kind = n.template
              where n.subject = ? and n.template = ? and n.recipient = ?
                and n.parameters ->> 'cause' is not distinct from ?::text
                and n.created_at > ?::timestamptz - p.period::interval)\
            """)
        .params(
            notification.subject(),
            notification.kind().wireName(),
            notification.recipient().text(),
            notification.parameters().get("cause"),
            now)
        .query(Boolean.class)
        .single();
  }
}
