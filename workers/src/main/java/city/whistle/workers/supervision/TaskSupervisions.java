package city.whistle.workers.supervision;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.Outbox;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Has somebody look into a task that nobody does. There is one supervision of a task of a unit in a
 * case: while it is open, or the one that the model's own event has raised, each further period
 * counts up in it, and those who supervise are told.
 */
@Component
public class TaskSupervisions {

  static final String CAUSE = "taskOverdue";

  private final Supervisions supervisions;
  private final Notifications notifications;
  private final CaseFiles cases;
  private final Outbox outbox;

  TaskSupervisions(
      Supervisions supervisions, Notifications notifications, CaseFiles cases, Outbox outbox) {
    this.supervisions = supervisions;
    this.notifications = notifications;
    this.cases = cases;
    this.outbox = outbox;
  }

  /** To be called in the transaction that notes the period. */
  public void raise(OverdueTask overdue) {
    SupervisedMatter matter = SupervisedMatter.overdue(overdue);
    if (isLookedInto(overdue, matter)) {
      remindSupervisors(overdue, matter.subject());
      return;
    }
    if (supervisions.countUp(matter)) {
      remindSupervisors(overdue, matter.subject());
    } else {
      outbox.add(
          RaiseSupervisionWorker.begin(
              matter, supervisions.raise(matter), variables(overdue), isOver(overdue.caseId())));
    }
    supervisions.about(matter, overdue.key());
  }

  /** Nobody is supervised twice at a time for the same: once by the model, once by the watch. */
  private boolean isLookedInto(OverdueTask overdue, SupervisedMatter matter) {
    return overdue.modelCause() != null
        && supervisions.countUp(matter.byTheModel(overdue.modelCause()));
  }

  /** Nothing hears of a case that is over. */
  private boolean isOver(UUID caseId) {
    return caseId != null && cases.get(caseId).status().isFinal();
  }

  private void remindSupervisors(OverdueTask overdue, UUID subject) {
    Map<String, String> parameters = Map.of("cause", CAUSE);
    int colon = overdue.by().indexOf(':');
    notifications.add(
        colon < 0
            ? Notification.toHotline(subject, NotificationKind.REMINDED, parameters)
            : Notification.toUnit(
                subject, overdue.by().substring(colon + 1), NotificationKind.REMINDED, parameters));
  }

  private static ObjectNode variables(OverdueTask overdue) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.putPOJO("owner", overdue.unit());
    variables.put("overdueTaskName", overdue.taskName());
    if (overdue.whistleId() != null) {
      variables
          .putObject("whistle")
          .put("id", overdue.whistleId().toString())
          .put("number", overdue.whistleNumber());
    }
    return variables;
  }
}
