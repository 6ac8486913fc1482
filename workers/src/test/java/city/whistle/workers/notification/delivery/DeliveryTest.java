package city.whistle.workers.notification.delivery;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.delivery.DeliverySettings.Mail;
import city.whistle.workers.notification.delivery.DeliverySettings.Security;
import city.whistle.workers.notification.delivery.DeliverySettings.Webhook;
import city.whistle.workers.notification.text.MessageTexts;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the delivery share: an empty queue in the morning, and dispatchers by settings. */
@RegistryTest
abstract class DeliveryTest {

  static final Instant MORNING = Instant.parse("2026-03-27T02:00:00Z");
  static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Autowired NotificationQueue queue;
  @Autowired Notifications notifications;
  @Autowired Registry registry;
  @Autowired ResidentVault vault;
  @Autowired Matters matters;
  @Autowired MessageTexts texts;
  @Autowired QuietHours quietHours;
  @Autowired SteppedClock clock;
  @Autowired JsonText json;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void emptyTheQueueInTheMorning() {
    jdbc.sql("delete from registry.notification").update();
    clock.set(MORNING);
  }

  NotificationDispatcher dispatcher(DeliverySettings settings) {
    Routes routes = new Routes(settings);
    return new NotificationDispatcher(
        queue,
        new Router(queue, routes, vault, new CityTime(clock), settings, transaction),
        routes,
        writer(routes),
        quietHours,
        settings,
        json,
        clock);
  }

  LetterWriter writer(Routes routes) {
    return new LetterWriter(vault, matters, routes, texts);
  }

  static DeliverySettings settings(
      Map<String, String> routes, Mail mail, Map<String, Webhook> webhooks) {
    return settings(routes, Map.of(), mail, webhooks);
  }

  static DeliverySettings settings(
      Map<String, String> routes,
      Map<String, String> addresses,
      Mail mail,
      Map<String, Webhook> webhooks) {
    return new DeliverySettings(
        Duration.ZERO, 3, Duration.ofDays(7), routes, addresses, Map.of(), mail, webhooks);
  }

  static Mail mail(int port) {
    return new Mail("127.0.0.1", port, Security.NONE, null, null, "no-reply@12345.example");
  }

  static Webhook webhook(URI url) {
    return new Webhook(url, SECRET);
  }

  /** A case whose resident left a phone number and, unless null, an e-mail address. */
  UUID caseOf(String email) {
    return registry
        .opened(
            body -> {
              if (email != null) {
                body.withObject("/resident").put("email", email);
              }
            })
        .id();
  }

  /** A reply to the resident of a new case. */
  UUID reply(String channel, String email) {
    UUID caseId = caseOf(email);
    reply(caseId, channel);
    return caseId;
  }

  void reply(UUID caseId, String channel) {
    VaultPart part = VaultPart.reply(1);
    vault.seal(caseId, part, "路灯已经修好。");
    notifications.add(
        Notification.toResident(caseId, channel, NotificationKind.CASE_REPLIED, Map.of())
            .with(part.name()));
  }

  /** Something for a unit's desk; returns the case. */
  UUID urge(String unit) {
    UUID caseId = caseOf(null);
    notifications.add(
        Notification.toUnit(caseId, unit, NotificationKind.URGED, Map.of("times", "1")));
    return caseId;
  }

  String state(UUID subject) {
    return column(subject, "state");
  }

  String reason(UUID subject) {
    return column(subject, "reason");
  }

  String column(UUID subject, String name) {
    return jdbc.sql("select " + name + "::text from registry.notification where subject = ?")
        .param(subject)
        .query((row, n) -> String.valueOf(row.getString(1)))
        .single();
  }

  List<String> states() {
    return jdbc.sql("select state from registry.notification").query(String.class).list();
  }
}
