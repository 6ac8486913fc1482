package city.whistle.workers.taskwatch;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.supervision.OverdueTask;
import city.whistle.workers.supervision.Supervisors;
import city.whistle.workers.supervision.TaskSupervisions;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says of a task that it is due soon, or that nobody did it; each once. */
@Component
class TaskNotices {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Notifications notifications;
  private final TaskSupervisions supervisions;
  private final Timeline timeline;
  private final Supervisors supervisors;
  private final Units units;
  private final CityTime time;

  TaskNotices(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Notifications notifications,
      TaskSupervisions supervisions,
      Timeline timeline,
      Supervisors supervisors,
      Units units,
      CityTime time) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.notifications = notifications;
    this.supervisions = supervisions;
    this.timeline = timeline;
    this.supervisors = supervisors;
    this.units = units;
    this.time = time;
  }

  /** What is to be said now, unless it was. */
  void give(
      WatchedTask task, TaskLimit limit, TaskPlan plan, TaskSubject about, OffsetDateTime now) {
    long times = plan.timesOverdue(now);
    if (plan.remindsAt(now)) {
      once(task, about, "remind " + plan.due(), () -> remind(task, plan, about));
    } else if (times > 0) {
      once(
          task,
          about,
          "overdue " + plan.due() + " " + times,
          () -> escalate(task, limit, about, times));
    }
  }

  private void once(WatchedTask task, TaskSubject about, String step, Runnable effect) {
    transaction.executeWithoutResult(
        status -> {
          if (note(task, about, step)) {
            effect.run();
          }
        });
  }

  private boolean note(WatchedTask task, TaskSubject about, String step) {
    return jdbc.sql(
                """
                insert into registry.task_notice (process_instance_key, task_key, step, subject, said_at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(task.processInstanceKey(), task.key(), step, about.id(), time.now())
            .update()
        == 1;
  }

  private void remind(WatchedTask task, TaskPlan plan, TaskSubject about) {
    tell(
        task,
        about,
        NotificationKind.TASK_DUE,
        Map.of("task", task.element(), "dueBy", plan.due().toString()));
    Map<String, Object> details = groups(task, about);
    details.put("dueBy", plan.due().toString());
    timeline.append(about.id(), "system", "TaskReminded", task.element(), details);
  }

  private void escalate(WatchedTask task, TaskLimit limit, TaskSubject about, long times) {
    Optional<Unit> unit = units.ofGroups(task.groups());
    tell(
        task,
        about,
        NotificationKind.TASK_OVERDUE,
        Map.of("task", task.element(), "times", Long.toString(times)));
    Map<String, Object> details = groups(task, about);
    details.put("times", times);
    timeline.append(about.id(), "system", "TaskOverdue", task.element(), details);
    supervise(task, limit, about, unit.map(Unit::ref).orElse(null));
  }

  /** Nobody looks into what he leaves undone himself: who has nobody above him is told alone. */
  private void supervise(WatchedTask task, TaskLimit limit, TaskSubject about, UnitRef unit) {
    String by = supervisors.of(limit.escalateTo(), unit, about.whistler(), about.caseId());
    if (!about.isSupervised() || task.groups().contains(by)) {
      return;
    }
    supervisions.raise(
        new OverdueTask(
            about.caseId(),
            about.whistleId(),
            about.whistleNumber(),
            about.assessmentId(),
            task.processInstanceKey(),
            unit,
            task.element(),
            task.name(),
            task.key(),
            limit.cause(),
            by));
  }

  /** Whose it is; of a supervision, who is supervised. */
  private Map<String, Object> groups(WatchedTask task, TaskSubject about) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("group", String.join(",", task.groups()));
    units
        .ofGroups(task.groups())
        .ifPresent(
            unit -> {
              details.put("unit", unit.code());
              details.put("unitName", unit.name());
            });
    if (about.supervised() != null) {
      details.put("unit", about.supervised().code());
      details.put("unitName", about.supervised().name());
    }
    return details;
  }

  private void tell(
      WatchedTask task, TaskSubject about, NotificationKind kind, Map<String, String> parameters) {
    notifications.add(
        units
            .ofGroups(task.groups())
            .map(unit -> Notification.toUnit(about.id(), unit.code(), kind, parameters))
            .orElseGet(() -> Notification.toHotline(about.id(), kind, parameters)));
  }
}
