package city.whistle.workers.whistle;

import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells units what a coordination meeting left to them: until when, never what. */
@Component
public class MeetingNotices {

  private final Notifications notifications;

  MeetingNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  /**
   * @param subject the case's id, or the whistle's own
   * @param values those of the task in which the meeting was written down
   */
  public void held(UUID subject, JsonNode values) {
    for (JsonNode action : values.at("/meeting/actions")) {
      String due = action.path("due").asText();
      if (!due.isEmpty()) {
        notifications.add(
            Notification.toUnit(
                subject,
                action.path("unit").asText(values.at("/whistle/streetCode").asText()),
                NotificationKind.MEETING_ACTION,
                Map.of("whistle", values.at("/whistle/number").asText(), "dueBy", due)));
      }
    }
  }
}
