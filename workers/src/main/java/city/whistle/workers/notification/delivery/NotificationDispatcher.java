package city.whistle.workers.notification.delivery;

import city.whistle.workers.background.RecurringTask;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.notification.NotificationAdded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends waiting messages, each server's on a thread of its own, so that a slow one holds up no
 * other. Without routes in the settings nothing is sent and nothing is lost.
 */
@Component
public class NotificationDispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationDispatcher.class);

  private final NotificationQueue queue;
  private final Router router;
  private final Routes routes;
  private final Duration interval;
  private final List<Lane> lanes;
  private final List<RecurringTask> tasks;

  NotificationDispatcher(
      NotificationQueue queue,
      Router router,
      Routes routes,
      LetterWriter writer,
      QuietHours quietHours,
      DeliverySettings settings,
      JsonText json,
      Clock clock) {
    this.queue = queue;
    this.router = router;
    this.routes = routes;
    this.interval = settings.interval();
    this.lanes =
        Endpoints.of(settings, json, clock).all().stream()
            .map(
                endpoint ->
                    new Lane(endpoint, queue, writer, quietHours, new CityTime(clock), settings))
            .toList();
    this.tasks = lanes.stream().map(this::task).toList();
  }

  /** Sends all that is due. Returns how many messages servers took over. */
  public int sendDue() {
    if (!routes.areSet()) {
      return 0;
    }
    router.routeNew();
    return lanes.stream().mapToInt(Lane::sendDue).sum();
  }

  /** Says once what becomes of messages. */
  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (routes.areSet()) {
      LOG.info("notifications leave by {}", lanes.stream().map(Lane::name).toList());
    } else {
      LOG.info(
          "notifications are kept, not sent: settings whistle.notifications.routes name no way");
    }
  }

  @Override
  public boolean isAutoStartup() {
    return routes.areSet() && !interval.isZero();
  }

  @Override
  public void start() {
    queue.forgetRoutesExcept(lanes.stream().map(Lane::name).toList());
    tasks.forEach(RecurringTask::start);
  }

  @Override
  public void stop() {
    tasks.forEach(RecurringTask::stop);
  }

  @Override
  public boolean isRunning() {
    return tasks.stream().anyMatch(RecurringTask::isRunning);
  }

  /** Like the outbox: before the web server, which stops first. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 5000;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void wake(NotificationAdded added) {
    tasks.forEach(RecurringTask::wake);
  }

  private RecurringTask task(Lane lane) {
    return new RecurringTask(
        "whistle-notifications-" + lane.name(),
        () -> {
          router.routeNew();
          lane.sendDue();
        },
        interval);
  }
}
