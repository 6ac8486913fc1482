package city.whistle.workers.outbox;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.LookAtTasks;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.EngineCall.SetVariables;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls to the engine, written in the transaction that decides on them and made after it, at least
 * once, oldest first. So neither a case nor a message is lost when the engine, or this application,
 * stops between the two.
 */
@Component
public class Outbox {

  private static final Map<String, Class<? extends EngineCall>> KINDS =
      Map.of(
          "startProcess", StartProcess.class,
          "publishMessage", PublishMessage.class,
          "cancelProcess", CancelProcess.class,
          "retryProcess", RetryProcess.class,
          "setVariables", SetVariables.class,
          "lookAtTasks", LookAtTasks.class);

  private static final int ERROR_MAX = 500;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;
  private final ApplicationEventPublisher events;

  Outbox(JdbcClient jdbc, CityTime time, JsonText json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
    this.events = events;
  }

  /** Writes the call in the caller's transaction; it is made soon after the commit. */
  public void add(EngineCall call) {
    OffsetDateTime now = time.now();
    jdbc.sql(
            """
            insert into registry.outbox (id, kind, payload, created_at, due_at)
            values (?, ?, ?::jsonb, ?, ?)""")
        .params(UUID.randomUUID(), kind(call), json.write(call), now, now)
        .update();
    events.publishEvent(new RowAdded());
  }

  /**
   * Takes due rows for {@code lease}: if this application stops meanwhile, another takes them after
   * it. Later than a lease or the longest wait no row is ever due: one that is was written under a
   * clock that was ahead, and is due now.
   */
  List<OutboxRow> take(int max, Duration lease) {
    OffsetDateTime now = time.now();
    return jdbc
        .sql(
            """
            update registry.outbox set due_at = ?, attempts = attempts + 1
            where id in (select id from registry.outbox where sent_at is null and (due_at <= ? or due_at > ?)
              order by created_at limit ? for update skip locked)
            returning id, kind, payload, attempts, created_at""")
        .params(now.plus(lease), now, now.plus(lease).plus(LAST_RETRY), max)
        .query(
            (row, n) ->
                new Taken(
                    row.getObject("created_at", OffsetDateTime.class),
                    new OutboxRow(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("payload"),
                        row.getInt("attempts"))))
        .list()
        .stream()
        .sorted((a, b) -> a.created.compareTo(b.created))
        .map(Taken::row)
        .toList();
  }

  /** Whether no call is waiting to be made. */
  public boolean isIdle() {
    return !jdbc.sql("select exists (select from registry.outbox where sent_at is null)")
        .query(Boolean.class)
        .single();
  }

  void sent(OutboxRow row) {
    jdbc.sql("update registry.outbox set sent_at = ?, last_error = null where id = ?")
        .params(time.now(), row.id())
        .update();
  }

  void failed(OutboxRow row, String error) {
    String text = error.length() > ERROR_MAX ? error.substring(0, ERROR_MAX) : error;
    jdbc.sql("update registry.outbox set due_at = ?, last_error = ? where id = ?")
        .params(time.now().plus(retryAfter(row.attempts())), text, row.id())
        .update();
  }

  EngineCall read(OutboxRow row) {
    return json.read(row.payload(), KINDS.get(row.kind()));
  }

  private static Duration retryAfter(int attempts) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 10));
    return wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
  }

  private static String kind(EngineCall call) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().isInstance(call))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private record Taken(OffsetDateTime created, OutboxRow row) {}

  /** Published when a row was written, to wake the sender after the commit. */
  record RowAdded() {}
}
