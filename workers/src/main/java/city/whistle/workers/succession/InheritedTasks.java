package city.whistle.workers.succession;

import city.whistle.workers.casefile.CaseParties;
import city.whistle.workers.taskwatch.TaskDesk;
import city.whistle.workers.taskwatch.TaskSubject;
import city.whistle.workers.taskwatch.WatchedTask;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
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
  private final InheritedSummonses summonses;
  private final CaseParties parties;
  private final Timeline timeline;

  InheritedTasks(
      TaskDesk desk, InheritedSummonses summonses, CaseParties parties, Timeline timeline) {
    this.desk = desk;
    this.summonses = summonses;
    this.parties = parties;
    this.timeline = timeline;
  }

  /**
   * @return whether the task is still to be handed over; a second summons of one whistle ends
   */
  @Transactional
  public boolean note(WatchedTask task, Unit gone, Optional<Unit> successor) {
    Map<String, JsonNode> variables = desk.variables(task, TaskSubject.VARIABLES);
    Optional<TaskSubject> about = TaskSubject.of(variables);
    boolean joined =
        about.isPresent()
            && successor
                .filter(heir -> summonses.join(about.get(), variables.get("summons"), heir))
                .isPresent();
    about.filter(none -> !joined).ifPresent(subject -> note(task, gone, successor, subject));
    return !joined;
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
