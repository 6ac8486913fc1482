package city.whistle.workers.succession;

import city.whistle.workers.casefile.CaseParties;
import city.whistle.workers.taskwatch.TaskDesk;
import city.whistle.workers.taskwatch.TaskSubject;
import city.whistle.workers.taskwatch.WatchedTask;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a task passed to other people; who takes it on takes part in its case. */
@Component
@ConditionalOnCamundaClientEnabled
class InheritedTasks {

  private final TaskDesk desk;
  private final CaseParties parties;
  private final Timeline timeline;

  InheritedTasks(TaskDesk desk, CaseParties parties, Timeline timeline) {
    this.desk = desk;
    this.parties = parties;
    this.timeline = timeline;
  }

  @Transactional
  public void note(WatchedTask task, Unit gone, Optional<Unit> successor) {
    TaskSubject.of(desk.variables(task, TaskSubject.VARIABLES))
        .ifPresent(about -> note(task, gone, successor, about));
  }

  private void note(WatchedTask task, Unit gone, Optional<Unit> successor, TaskSubject about) {
    timeline.append(
        about.id(),
        "system",
        "TaskHandedOver",
        task.element(),
        Map.of("from", gone.code(), "to", successor.map(Unit::code).orElse("dispatcher")));
    if (about.caseId() != null) {
      successor.ifPresent(unit -> parties.addCoHandlers(about.caseId(), List.of(unit.code())));
    }
  }
}
