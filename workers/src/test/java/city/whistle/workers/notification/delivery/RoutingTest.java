package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.notification.delivery.DeliverySettings.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingTest extends DeliveryTest {

  private final Receiver receiver;

  RoutingTest() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void stopTheReceiver() {
    receiver.close();
  }

  @Test
  void sendsNothingAndKeepsEverythingWithoutRoutes() {
    UUID caseId = urge("110102009");

    assertThat(dispatcher(Map.of()).sendDue()).isZero();
    assertThat(state(caseId)).isEqualTo("waiting");
  }

  @Test
  void keepsWhatNoRouteIsFor() {
    UUID caseId = urge("110102009");

    dispatcher(Map.of("hotline", "gateway")).sendDue();

    assertThat(state(caseId)).isEqualTo("unrouted");
  }

  @Test
  void sendsWhatWasKeptAfterAStartWithARouteForIt() {
    UUID caseId = urge("110102009");
    dispatcher(Map.of("hotline", "gateway")).sendDue();

    NotificationDispatcher next = dispatcher(Map.of("unit", "gateway"));
    queue.forgetRoutesExcept(List.of("gateway"));
    next.sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void findsAnotherRouteForWhatWaitedForAServerThatIsGone() {
    UUID caseId = urge("110102009");
    receiver.answers(503);
    dispatcher(Map.of("unit", "gateway")).sendDue();
    receiver.answers(204);

    queue.forgetRoutesExcept(List.of("other"));
    assertThat(column(caseId, "endpoint")).isEqualTo("null");
  }

  @Test
  void prefersAUnitsOwnRoute() {
    UUID own = urge("110102009");
    UUID other = urge("110102001");

    dispatcher(Map.of("unit", "none", "unit.110102009", "gateway")).sendDue();

    assertThat(state(own)).isEqualTo("sent");
    assertThat(reason(other)).isEqualTo("notWanted");
  }

  @Test
  void tellsAResidentBySmsWhereTheWantedChannelHasNoRoute() {
    UUID caseId = reply("phone", null);

    dispatcher(Map.of("resident.sms", "gateway")).sendDue();

    assertThat(column(caseId, "via")).isEqualTo("sms");
    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void tellsAResidentBySmsWhereThereIsNoAddressForTheWantedChannel() {
    UUID caseId = reply("email", null);

    dispatcher(Map.of("resident.email", "gateway", "resident.sms", "gateway")).sendDue();

    assertThat(column(caseId, "via")).isEqualTo("sms");
  }

  @Test
  void dropsWhatHasNoAddressAtAll() {
    UUID caseId = registry.opened(body -> body.withObject("/resident").removeAll()).id();
    reply(caseId, "sms");

    dispatcher(Map.of("resident", "gateway")).sendDue();

    assertThat(reason(caseId)).isEqualTo("noAddress");
  }

  @Test
  void dropsWhatBelongsToACaseThatWasErased() {
    UUID caseId = reply("sms", null);
    vault.erase(caseId);

    dispatcher(Map.of("resident", "gateway")).sendDue();

    assertThat(reason(caseId)).isEqualTo("erased");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void dropsWhatBelongsToACaseThatWasErasedWhileItWaited() {
    UUID caseId = reply("sms", null);
    receiver.answers(503);
    NotificationDispatcher dispatcher = dispatcher(Map.of("resident", "gateway"));
    dispatcher.sendDue();

    vault.erase(caseId);
    clock.add(Duration.ofMinutes(1));
    dispatcher.sendDue();

    assertThat(reason(caseId)).isEqualTo("erased");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void dropsWhatIsTooOldWhenItsRouteComes() {
    UUID caseId = urge("110102009");
    clock.add(Duration.ofDays(8));

    dispatcher(Map.of("unit", "gateway")).sendDue();

    assertThat(reason(caseId)).isEqualTo("tooOld");
  }

  @Test
  void refusesARouteToAServerThatIsNotThere() {
    assertThatThrownBy(() -> dispatcher(Map.of("unit", "mail")))
        .hasMessage(
            "whistle.notifications.routes.unit is mail, but settings know only [gateway, none]");
  }

  @Test
  void refusesARouteForNobody() {
    assertThatThrownBy(() -> dispatcher(Map.of("mayor", "gateway")))
        .hasMessageContaining("must begin with resident, unit, hotline or line");
  }

  @Test
  void refusesASecretThatIsNoneWithoutShowingIt() {
    Webhook webhook = new Webhook(receiver.url(), "hunter2");

    assertThatThrownBy(() -> dispatcher(settings(Map.of(), null, Map.of("gateway", webhook))))
        .hasMessageContaining("whistle.notifications.webhooks.gateway.secret must be")
        .hasMessageNotContaining("hunter2");
  }

  private NotificationDispatcher dispatcher(Map<String, String> routes) {
    return dispatcher(settings(routes, null, Map.of("gateway", webhook(receiver.url()))));
  }
}
