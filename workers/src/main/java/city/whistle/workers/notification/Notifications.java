package city.whistle.workers.notification;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.time.OffsetDateTime;
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

  public void add(Notification notification) {
    OffsetDateTime now = time.now();
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
}
