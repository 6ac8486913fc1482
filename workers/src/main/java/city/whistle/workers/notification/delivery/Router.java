package city.whistle.workers.notification.delivery;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.Recipient;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chooses the server by which each new message leaves. A resident is told by the channel that was
 * wanted, else by SMS, else by e-mail, the first for which there are a route and an address.
 */
@Component
class Router {

  private static final int BATCH = 200;

  private final NotificationQueue queue;
  private final Routes routes;
  private final ResidentVault vault;
  private final CityTime time;
  private final DeliverySettings settings;
  private final TransactionTemplate transaction;

  Router(
      NotificationQueue queue,
      Routes routes,
      ResidentVault vault,
      CityTime time,
      DeliverySettings settings,
      TransactionTemplate transaction) {
    this.queue = queue;
    this.routes = routes;
    this.vault = vault;
    this.time = time;
    this.settings = settings;
    this.transaction = transaction;
  }

  void routeNew() {
    int routed;
    do {
      routed = transaction.execute(status -> routeSome());
    } while (routed == BATCH);
  }

  private int routeSome() {
    List<QueuedNotification> fresh = queue.unrouted(BATCH);
    fresh.forEach(this::route);
    return fresh.size();
  }

  private void route(QueuedNotification notification) {
    if (notification.since().plus(settings.maxAge()).isBefore(time.now())) {
      queue.drop(notification, "tooOld");
    } else if (notification.needsVault() && vault.isErased(notification.subject())) {
      queue.drop(notification, "erased");
    } else if (notification.recipient().kind() == Recipient.Kind.RESIDENT) {
      routeToResident(notification);
    } else {
      routeToDesk(notification);
    }
  }

  private void routeToDesk(QueuedNotification notification) {
    Optional<String> route = routes.of(notification.recipient(), notification.channel());
    boolean nowhere =
        route.isEmpty()
            || route.get().equals(Routes.MAIL)
                && routes.mailAddress(notification.recipient()).isEmpty();
    if (nowhere) {
      queue.hasNoRoute(notification);
    } else if (route.get().equals(Routes.NONE)) {
      queue.drop(notification, "notWanted");
    } else {
      queue.route(notification, route.get(), null);
    }
  }

  private void routeToResident(QueuedNotification notification) {
    String wanted = notification.channel();
    if (routes.of(Recipient.RESIDENT, wanted).filter(Routes.NONE::equals).isPresent()) {
      queue.drop(notification, "notWanted");
      return;
    }
    List<Way> ways =
        Stream.of(wanted, "sms", "email").distinct().flatMap(via -> way(via).stream()).toList();
    Optional<Way> reaching = ways.stream().filter(way -> reaches(notification, way)).findFirst();
    if (reaching.isPresent()) {
      queue.route(notification, reaching.get().endpoint, reaching.get().via);
    } else if (ways.isEmpty()) {
      queue.hasNoRoute(notification);
    } else {
      queue.drop(notification, "noAddress");
    }
  }

  private Optional<Way> way(String via) {
    return routes
        .of(Recipient.RESIDENT, via)
        .filter(route -> !route.equals(Routes.NONE))
        .map(route -> new Way(route, route.equals(Routes.MAIL) ? "email" : via));
  }

  private boolean reaches(QueuedNotification notification, Way way) {
    return addressPart(way.via)
        .map(
            part ->
                part.equals(VaultPart.PHONE)
                    ? vault.holdsNumber(notification.subject())
                    : vault.holds(notification.subject(), part))
        .orElse(true);
  }

  /** Where the address lies; empty where the server knows the resident by the case. */
  static Optional<VaultPart> addressPart(String via) {
    return switch (via) {
      case "phone", "sms" -> Optional.of(VaultPart.PHONE);
      case "email" -> Optional.of(VaultPart.EMAIL);
      default -> Optional.empty();
    };
  }

  private record Way(String endpoint, String via) {}
}
