package city.whistle.workers.succession;

import city.whistle.workers.taskwatch.TaskDesk;
import city.whistle.workers.taskwatch.WatchedTask;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Passes on what an abolished unit leaves: its open cases and tasks go to its successor, as they
 * stand and with their limits; where there is none, to the dispatchers.
 */
@Component
@ConditionalOnCamundaClientEnabled
public class Succession {

  private static final String DISPATCHERS = "dispatcher";
  private static final int AT_ONCE = 200;

  private final Units units;
  private final InheritedCases cases;
  private final InheritedTasks tasks;
  private final TaskDesk desk;

  Succession(Units units, InheritedCases cases, InheritedTasks tasks, TaskDesk desk) {
    this.units = units;
    this.cases = cases;
    this.tasks = tasks;
    this.desk = desk;
  }

  /** Passes on what is left; a second time there is nothing. */
  public void look() {
    for (Unit gone : units.abolished()) {
      Optional<Unit> successor = units.successor(gone.code());
      cases.ownedBy(gone.code(), AT_ONCE).forEach(file -> cases.passOn(file, gone, successor));
      gone.groups().forEach(group -> handOver(group, gone, successor));
    }
  }

  private void handOver(String group, Unit gone, Optional<Unit> successor) {
    String to = successor.map(unit -> groupOf(unit, group)).orElse(DISPATCHERS);
    for (WatchedTask task : desk.ofGroup(group, AT_ONCE)) {
      if (tasks.note(task, gone, successor)) {
        desk.handOver(
            task, task.groups().stream().map(had -> had.equals(group) ? to : had).toList());
      }
    }
  }

  /** Leaders are followed by leaders, where there are such. */
  private static String groupOf(Unit successor, String formerGroup) {
    return formerGroup.startsWith(Unit.LEADERS) && successor.kind() == UnitKind.STREET
        ? Unit.LEADERS + successor.code()
        : successor.group();
  }
}
