package city.whistle.workers.notification.delivery;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.NotificationAdded;
import city.whistle.workers.timeline.Timeline;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a supervisor sees what became of messages, and has one tried again or dropped. */
@Component
public class NotificationDesk {

  private static final RowMapper<NotificationLine> LINE =
      (row, n) ->
          new NotificationLine(
              row.getObject("id", UUID.class),
              row.getString("number"),
              row.getString("template"),
              row.getString("recipient"),
              NotificationState.of(row.getString("state")).orElseThrow(),
              row.getString("reason"),
              row.getString("last_error"),
              row.getString("endpoint"),
              row.getInt("attempts"),
              CityTime.inCity(row.getObject("created_at", OffsetDateTime.class)));

  private final JdbcClient jdbc;
  private final CityTime time;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  NotificationDesk(
      JdbcClient jdbc, CityTime time, Timeline timeline, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.timeline = timeline;
    this.events = events;
  }

  /** What a supervisor's wish came to. */
  public enum Repair {
    DONE,
    /** Only what was given up can be repaired. */
    NOT_DEAD,
    UNKNOWN
  }

  /**
   * Messages of a state, oldest first.
   *
   * @param afterCreated where the last page ended, with {@code afterId}; both null for the first
   */
  public List<NotificationLine> list(
      NotificationState state, OffsetDateTime afterCreated, UUID afterId, int max) {
    return jdbc.sql(
            """
            select n.*, coalesce(c.number, w.number, p.number) as number
            from registry.notification n
              left join registry.case_file c on c.id = n.subject
              left join registry.whistle w on w.id = n.subject
              left join registry.patrol p on p.id = n.subject
            where n.state = :state
              and (:id::uuid is null or (n.created_at, n.id) > (:created::timestamptz, :id::uuid))
            order by n.created_at, n.id limit :max""")
        .param("state", state.wireName())
        .param("created", afterCreated)
        .param("id", afterId)
        .param("max", max)
        .query(LINE)
        .list();
  }

  /**
   * Has a message tried anew, as if it had just been written, by the way that settings now name.
   */
  @Transactional
  public Repair retry(UUID id, String who) {
    OffsetDateTime now = time.now();
    Repair repair =
        end(
            id,
            who,
            "NotificationRetried",
            jdbc.sql(
                    """
                    update registry.notification
                    set state = 'waiting', reason = null, endpoint = null, via = null,
                      attempts = 0, due_at = ?, retried_at = ?
                    where id = ? and state = 'dead' returning subject, template""")
                .params(now, now, id));
    events.publishEvent(new NotificationAdded());
    return repair;
  }

  /** Gives a message up for good. */
  @Transactional
  public Repair drop(UUID id, String who) {
    return end(
        id,
        who,
        "NotificationDropped",
        jdbc.sql(
                """
                update registry.notification set state = 'dropped'
                where id = ? and state = 'dead' returning subject, template""")
            .param(id));
  }

  private Repair end(UUID id, String who, String what, JdbcClient.StatementSpec update) {
    Optional<Repaired> repaired =
        update
            .query(
                (row, n) ->
                    new Repaired(row.getObject("subject", UUID.class), row.getString("template")))
            .optional();
    if (repaired.isEmpty()) {
      return exists(id) ? Repair.NOT_DEAD : Repair.UNKNOWN;
    }
    timeline.append(repaired.get().subject, who, what, "", Map.of("kind", repaired.get().kind));
    return Repair.DONE;
  }

  private boolean exists(UUID id) {
    return jdbc.sql("select exists (select 1 from registry.notification where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private record Repaired(UUID subject, String kind) {}
}
