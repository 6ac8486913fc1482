package city.whistle.workers.handling;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells units that the owner of a case asks them to take part: who, until when, never what. */
@Component
class CoHandlerNotices {

  private final Notifications notifications;
  private final CityTime time;

  CoHandlerNotices(Notifications notifications, CityTime time) {
    this.notifications = notifications;
    this.time = time;
  }

  /**
   * @param values those of the task in which the owner asked
   */
  void asked(UUID caseId, JsonNode values) {
    for (JsonNode coHandler : values.path("coHandlers")) {
      notifications.add(
          Notification.toUnit(
              caseId,
              coHandler.path("unitCode").asText(),
              NotificationKind.CO_HANDLING,
              Map.of(
                  "unit", values.at("/owner/name").asText(), "dueBy", dueBy(coHandler, values))));
    }
  }

  /** As the model has it: within what the owner sets, else by the case's limit. */
  private String dueBy(JsonNode coHandler, JsonNode values) {
    String within = coHandler.path("dueWithin").asText("");
    return within.isEmpty()
        ? values.at("/limits/settleBy").asText()
        : time.now().plus(Duration.parse(within)).toString();
  }
}
