package city.whistle.workers.notification.delivery;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.delivery.Outcome.Delivered;
import city.whistle.workers.notification.delivery.Outcome.Postponed;
import city.whistle.workers.notification.delivery.Outcome.Refused;
import city.whistle.workers.notification.delivery.Outcome.Unreachable;
import city.whistle.workers.notification.delivery.Written.Dropped;
import city.whistle.workers.notification.delivery.Written.Failed;
import city.whistle.workers.notification.delivery.Written.Ready;
import city.whistle.workers.notification.delivery.Written.Unwritable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what leaves by one server, one after the other. A message is taken, sent outside of any
 * transaction, then marked: if this application stops between, it is sent again with the same id.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int BATCH = 10;
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** What one attempt may take; with less of the lease left, none is begun. */
  private static final Duration ATTEMPT = Duration.ofMinutes(1);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofHours(1);

  private final Endpoint endpoint;
  private final NotificationQueue queue;
  private final LetterWriter writer;
  private final QuietHours quietHours;
  private final CityTime time;
  private final DeliverySettings settings;
  private final Circuit circuit = new Circuit();

  Lane(
      Endpoint endpoint,
      NotificationQueue queue,
      LetterWriter writer,
      QuietHours quietHours,
      CityTime time,
      DeliverySettings settings) {
    this.endpoint = endpoint;
    this.queue = queue;
    this.writer = writer;
    this.quietHours = quietHours;
    this.time = time;
    this.settings = settings;
  }

  String name() {
    return endpoint.name();
  }

  /** Sends all that is due, as long as the server takes it. Returns how many it took. */
  synchronized int sendDue() {
    int sent = 0;
    List<QueuedNotification> taken;
    do {
      if (!circuit.allows(time.now())) {
        return sent;
      }
      taken = queue.take(endpoint.name(), circuit.batch(BATCH), LEASE);
      sent += send(taken);
    } while (!taken.isEmpty());
    return sent;
  }

  private int send(List<QueuedNotification> taken) {
    OffsetDateTime lastStart = time.now().plus(LEASE).minus(ATTEMPT);
    int sent = 0;
    for (Iterator<QueuedNotification> rest = taken.iterator(); rest.hasNext(); ) {
      QueuedNotification notification = rest.next();
      Outcome outcome = handle(notification);
      if (outcome instanceof Delivered) {
        sent++;
      }
      if (outcome instanceof Unreachable || time.now().isAfter(lastStart)) {
        rest.forEachRemaining(left -> queue.putBack(left, time.now()));
      }
    }
    return sent;
  }

  /** Null where it was not tried. */
  private Outcome handle(QueuedNotification notification) {
    OffsetDateTime now = time.now();
    if (notification.since().plus(settings.maxAge()).isBefore(now)) {
      giveUp(notification, "tooOld");
      return null;
    }
    Optional<OffsetDateTime> quietUntil = quietHours.until(notification, now);
    if (quietUntil.isPresent()) {
      queue.putBack(notification, quietUntil.get());
      return null;
    }
    return writeAndSend(notification);
  }

  private Outcome writeAndSend(QueuedNotification notification) {
    Written written = write(notification);
    if (written instanceof Dropped dropped) {
      queue.drop(notification, dropped.reason());
    } else if (written instanceof Unwritable unwritable) {
      giveUp(notification, unwritable.reason());
    } else if (written instanceof Failed failed) {
      tryLater(notification, failed.code());
    } else if (written instanceof Ready ready) {
      Outcome outcome = endpoint.deliver(ready.letter());
      mark(notification, outcome);
      return outcome;
    }
    return null;
  }

  /** One that can't be read must not hold up the others. */
  private Written write(QueuedNotification notification) {
    try {
      return writer.write(notification, endpoint.mailOnly());
    } catch (RuntimeException e) {
      return new Failed("error " + e.getClass().getSimpleName());
    }
  }

  private void mark(QueuedNotification notification, Outcome outcome) {
    if (outcome instanceof Unreachable unreachable) {
      leaveAlone(notification, unreachable);
      return;
    }
    if (circuit.worked()) {
      LOG.info("{} takes notifications again", name());
    }
    if (outcome instanceof Delivered) {
      queue.sent(notification);
    } else if (outcome instanceof Refused refused) {
      giveUp(notification, refused.code());
    } else if (outcome instanceof Postponed postponed) {
      tryLater(notification, postponed.code());
    }
  }

  private void leaveAlone(QueuedNotification notification, Unreachable unreachable) {
    OffsetDateTime until = circuit.failed(time.now(), unreachable.pause());
    if (circuit.justOpened()) {
      LOG.warn(
          "{} takes no notifications ({}); they wait, it is tried again",
          name(),
          unreachable.code());
    }
    queue.putBack(notification, until);
  }

  private void tryLater(QueuedNotification notification, String code) {
    if (notification.attempts() >= settings.maxAttempts()) {
      giveUp(notification, code);
      return;
    }
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(notification.attempts() - 1, 10));
    queue.postpone(
        notification, time.now().plus(wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait), code);
  }

  private void giveUp(QueuedNotification notification, String reason) {
    queue.giveUp(notification, reason);
    LOG.warn(
        "notification {} ({} to {}) is given up: {}; GET /api/notifications?state=dead lists such",
        notification.id(),
        notification.kind(),
        notification.recipient().text(),
        reason);
  }
}
