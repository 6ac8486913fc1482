package city.whistle.workers.taskwatch;

import city.whistle.workers.background.FailureKind;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseStatus;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no task of a person waits in silence. Each gets a due date where the model gives
 * none; its people are reminded before, and what nobody did is supervised, again after each period.
 *
 * <p>A task's follow-up date says when there is something to do, so each look asks the engine for
 * those alone. What was said is noted in the registry: a look that was broken off, or another
 * copy's, says nothing twice.
 */
@Component
@ConditionalOnCamundaClientEnabled
public class TaskWatch {

  private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);

  /** Of one process in one look; the rest comes at the next. */
  private static final int AT_ONCE = 500;

  /** Who resumes a clock says so; a task without a date is looked at again after this anyway. */
  private static final Duration WHILE_SUSPENDED = Duration.ofDays(1);

  private final TaskLimits limits;
  private final TaskDesk desk;
  private final TaskForms forms;
  private final TaskNotices notices;
  private final CaseFiles cases;
  private final DueDates dueDates;
  private final CityTime time;

  TaskWatch(
      TaskLimits limits,
      TaskDesk desk,
      TaskForms forms,
      TaskNotices notices,
      CaseFiles cases,
      DueDates dueDates,
      CityTime time) {
    this.limits = limits;
    this.desk = desk;
    this.forms = forms;
    this.notices = notices;
    this.cases = cases;
    this.dueDates = dueDates;
    this.time = time;
  }

  /** Looks once at every task that is new or has something due. */
  public void look() {
    for (String process : limits.processes()) {
      desk.unseen(process, AT_ONCE).forEach(safely(this::see));
      desk.toLookAt(process, time.now(), AT_ONCE).forEach(safely(this::see));
    }
  }

  /** A task that can't be seen to holds up no other. */
  private static Consumer<WatchedTask> safely(Consumer<WatchedTask> look) {
    return task -> {
      try {
        look.accept(task);
      } catch (RuntimeException e) {
        LOG.warn(
            "task {} ({}) can't be watched now: {}", task.key(), task.element(), FailureKind.of(e));
      }
    };
  }

  private void see(WatchedTask task) {
    forms.look(task);
    limits
        .find(task.process(), task.element(), task.began().toLocalDate())
        .ifPresent(limit -> see(task, limit));
  }

  private void see(WatchedTask task, TaskLimit limit) {
    Optional<TaskSubject> subject = TaskSubject.of(desk.variables(task, TaskSubject.VARIABLES));
    Optional<CaseFile> file = subject.map(TaskSubject::caseId).flatMap(cases::find);
    OffsetDateTime due = due(task, limit, file);
    OffsetDateTime now = time.now();
    if (due == null || isSuspended(limit, file)) {
      desk.schedule(task, null, now.plus(WHILE_SUSPENDED));
      return;
    }
    TaskPlan plan = TaskPlan.of(limit, task.began(), due);
    subject.ifPresent(about -> notices.give(task, limit, plan, about, now));
    desk.schedule(task, due, plan.after(now));
  }

  /** A limit of the case may have moved while the task was open. */
  private OffsetDateTime due(WatchedTask task, TaskLimit limit, Optional<CaseFile> file) {
    OffsetDateTime ofCase =
        file.map(CaseFile::limits).map(known -> ofCase(known, limit.caseLimit())).orElse(null);
    if (limit.within() == null) {
      return later(task.due(), ofCase);
    }
    if (task.due() != null) {
      return task.due();
    }
    OffsetDateTime own = dueDates.after(task.began(), limit.within());
    return ofCase != null && ofCase.isAfter(task.began()) && ofCase.isBefore(own) ? ofCase : own;
  }

  private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static OffsetDateTime ofCase(Limits limits, String name) {
    return switch (name == null ? "" : name) {
      case "signBy" -> limits.signBy();
      case "contactBy" -> limits.contactBy();
      case "settleBy" -> limits.settleBy();
      default -> null;
    };
  }

  private static boolean isSuspended(TaskLimit limit, Optional<CaseFile> file) {
    return limit.within() == null
        && limit.caseLimit() != null
        && file.filter(known -> known.status() == CaseStatus.SUSPENDED).isPresent();
  }
}
