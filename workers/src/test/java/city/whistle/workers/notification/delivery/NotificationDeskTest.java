package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.notification.delivery.NotificationDesk.Repair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotificationDeskTest extends DeliveryTest {

  @Autowired private NotificationDesk desk;

  private final Receiver receiver;

  NotificationDeskTest() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void stopTheReceiver() {
    receiver.close();
  }

  @Test
  void showsWhatWasGivenUpAndWhy() {
    UUID caseId = dead();

    NotificationLine line = list(NotificationState.DEAD).get(0);

    assertThat(line.number()).isEqualTo(registry.file(caseId).number());
    assertThat(line.reason()).isEqualTo("http 422");
    assertThat(line.recipient()).isEqualTo("unit:110102009");
  }

  @Test
  void hasItTriedAgainAlsoLongAfter() {
    UUID caseId = dead();
    clock.add(Duration.ofDays(30));
    receiver.answers(204);

    assertThat(desk.retry(idOf(caseId), "hotline:test")).isEqualTo(Repair.DONE);
    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void writesOnTheTimelineWhoHadItTriedAgain() {
    UUID caseId = dead();

    desk.retry(idOf(caseId), "hotline:test");

    assertThat(registry.lastLine(caseId).what()).isEqualTo("NotificationRetried");
    assertThat(registry.lastLine(caseId).who()).isEqualTo("hotline:test");
  }

  @Test
  void dropsItForGood() {
    UUID caseId = dead();

    assertThat(desk.drop(idOf(caseId), "hotline:test")).isEqualTo(Repair.DONE);

    assertThat(state(caseId)).isEqualTo("dropped");
    assertThat(registry.lastLine(caseId).what()).isEqualTo("NotificationDropped");
  }

  @Test
  void repairsOnlyWhatWasGivenUp() {
    UUID caseId = urge("110102009");

    assertThat(desk.retry(idOf(caseId), "hotline:test")).isEqualTo(Repair.NOT_DEAD);
    assertThat(desk.drop(UUID.randomUUID(), "hotline:test")).isEqualTo(Repair.UNKNOWN);
  }

  @Test
  void showsOnePageAfterTheOther() {
    dead();
    UUID second = dead();
    NotificationLine first = desk.list(NotificationState.DEAD, null, null, 1).get(0);

    assertThat(desk.list(NotificationState.DEAD, first.createdAt(), first.id(), 10))
        .extracting(NotificationLine::id)
        .containsExactly(idOf(second));
  }

  private UUID dead() {
    clock.add(Duration.ofSeconds(1));
    receiver.answers(422);
    UUID caseId = urge("110102009");
    dispatcher().sendDue();
    return caseId;
  }

  private List<NotificationLine> list(NotificationState state) {
    return desk.list(state, null, null, 10);
  }

  private UUID idOf(UUID caseId) {
    return UUID.fromString(column(caseId, "id"));
  }

  private NotificationDispatcher dispatcher() {
    return dispatcher(
        settings(Map.of("unit", "gateway"), null, Map.of("gateway", webhook(receiver.url()))));
  }
}
