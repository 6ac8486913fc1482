package city.whistle.workers.notification.delivery;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When people are left in peace: data, in the city's time. */
@Component
class QuietHours {

  private final JdbcClient jdbc;

  QuietHours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until when the message waits; empty where it may leave now.
   *
   * @param now in the city's time
   */
  Optional<OffsetDateTime> until(QueuedNotification notification, OffsetDateTime now) {
    return window(notification.recipient().kind().wireName(), notification.channel())
        .filter(window -> window.contains(now.toLocalTime()))
        .filter(window -> !comesAtAnyHour(notification.kind(), notification.subject()))
        .map(window -> window.endAfter(now));
  }

  private Optional<Window> window(String recipient, String channel) {
    return jdbc.sql(
            "select starts, ends from registry.quiet_hours where recipient = ? and channel = ?")
        .params(recipient, channel)
        .query(
            (row, n) ->
                new Window(
                    row.getObject("starts", LocalTime.class),
                    row.getObject("ends", LocalTime.class)))
        .optional();
  }

  private boolean comesAtAnyHour(String kind, UUID subject) {
    return jdbc.sql(
            """
            select exists (select 1 from registry.quiet_hours_exception e
              where e.subject = 'kind' and e.name = ?
                or e.subject = 'level'
                  and e.name = (select level from registry.case_file where id = ?))""")
        .params(kind, subject)
        .query(Boolean.class)
        .single();
  }

  /** From {@code starts} up to, not including, {@code ends}; over midnight if that is earlier. */
  record Window(LocalTime starts, LocalTime ends) {

    boolean contains(LocalTime time) {
      boolean started = !time.isBefore(starts);
      boolean goesOn = time.isBefore(ends);
      return starts.isAfter(ends) ? started || goesOn : started && goesOn;
    }

    OffsetDateTime endAfter(OffsetDateTime now) {
      OffsetDateTime today = now.with(ends);
      return today.isAfter(now) ? today : today.plusDays(1);
    }
  }
}
