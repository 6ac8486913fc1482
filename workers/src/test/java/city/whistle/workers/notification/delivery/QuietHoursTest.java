package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.delivery.QuietHours.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest extends DeliveryTest {

  private static final Map<String, String> ROUTES =
      Map.of("resident", "gateway", "unit", "gateway");

  private final Receiver receiver;

  QuietHoursTest() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void stopTheReceiver() {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T20:59:59+08:00, sent",
    "2026-03-27T21:00:00+08:00, waiting",
    "2026-03-28T00:00:00+08:00, waiting",
    "2026-03-28T07:59:59+08:00, waiting",
    "2026-03-28T08:00:00+08:00, sent"
  })
  void leavesResidentsInPeaceAtNight(OffsetDateTime now, String state) {
    UUID caseId = reply("sms", null);
    clock.set(now.toInstant());

    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo(state);
  }

  @Test
  void writesToThemInTheMorning() {
    at("2026-03-27T23:00:00+08:00");
    UUID caseId = reply("sms", null);
    NotificationDispatcher dispatcher = dispatcher();
    dispatcher.sendDue();
    assertThat(column(caseId, "attempts")).isEqualTo("0");

    at("2026-03-28T08:00:00+08:00");
    dispatcher.sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void writesToUnitsAtAnyHour() {
    at("2026-03-27T23:00:00+08:00");
    UUID caseId = urge("110102009");

    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void writesToAResidentAtAnyHourWhereTheCaseIsUrgent() {
    at("2026-03-27T23:00:00+08:00");
    UUID caseId = reply("sms", null);
    jdbc.sql("update registry.case_file set level = '2h' where id = ?").param(caseId).update();

    dispatcher().sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void letsEmergencyKindsThroughWhereUnitsWantTheirPeaceToo() {
    jdbc.sql(
            """
            insert into registry.quiet_hours (recipient, channel, starts, ends, source)
            values ('unit', 'desk', '18:00', '08:00', 'test')""")
        .update();
    at("2026-03-27T23:00:00+08:00");
    UUID urged = urge("110102009");
    UUID emergency = caseOf(null);
    notifications.add(
        Notification.toUnit(emergency, "110102009", NotificationKind.CITY_EMERGENCY, Map.of()));

    dispatcher().sendDue();

    jdbc.sql("delete from registry.quiet_hours where source = 'test'").update();
    assertThat(state(urged)).isEqualTo("waiting");
    assertThat(state(emergency)).isEqualTo("sent");
  }

  @ParameterizedTest
  @CsvSource({"11:59, false", "12:00, true", "13:59, true", "14:00, false"})
  void maybeWithinADay(LocalTime time, boolean quiet) {
    assertThat(new Window(LocalTime.NOON, LocalTime.of(14, 0)).contains(time)).isEqualTo(quiet);
  }

  private void at(String time) {
    clock.set(Instant.from(OffsetDateTime.parse(time)));
  }

  private NotificationDispatcher dispatcher() {
    return dispatcher(settings(ROUTES, null, Map.of("gateway", webhook(receiver.url()))));
  }
}
