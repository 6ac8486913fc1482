package city.whistle.workers.notification.delivery;

import city.whistle.workers.background.BackgroundWork;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.notification.NotificationAdded;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends waiting messages, each server's on a thread of its own, so that a slow one holds up no
 * other. Without routes in the settings nothing is sent and nothing is lost.
 */
@Component
public class NotificationDispatcher extends BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationDispatcher.class);

  private final NotificationQueue queue;
  private final Router router;
  private final Routes routes;
  private final List<Lane> lanes;

  NotificationDispatcher(
      NotificationQueue queue,
      Router router,
      Routes routes,
      LetterWriter writer,
      QuietHours quietHours,
      DeliverySettings settings,
      JsonText json,
      Clock clock) {
    super(settings.interval());
    this.queue = queue;
    this.router = router;
    this.routes = routes;
    this.lanes =
        Endpoints.of(settings, json, clock).all().stream()
            .map(
                endpoint ->
                    new Lane(endpoint, queue, writer, quietHours, new CityTime(clock), settings))
            .toList();
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
    return routes.areSet() && super.isAutoStartup();
  }

  @Override
  public void start() {
    queue.forgetRoutesExcept(lanes.stream().map(Lane::name).toList());
    super.start();
  }

  @Override
  protected Map<String, Runnable> work() {
    return lanes.stream()
        .collect(
            Collectors.toMap(
                lane -> "whistle-notifications-" + lane.name(), lane -> () -> sendDue(lane)));
  }

  private void sendDue(Lane lane) {
    router.routeNew();
    lane.sendDue();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void wake(NotificationAdded added) {
    wakeAll();
  }
}
