package city.whistle.workers.difference;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.difference.EngineInventory.GroupTask;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks for tasks that wait for a unit that is no more: nobody would ever do them. */
@Component
class TaskComparison {

  private static final int UNITS_AT_ONCE = 200;
  private static final int TASKS_MAX = 500;

  private final Units units;
  private final EngineInventory engine;
  private final Quiet quiet;
  private final CityTime time;

  TaskComparison(Units units, EngineInventory engine, Quiet quiet, CityTime time) {
    this.units = units;
    this.engine = engine;
    this.quiet = quiet;
    this.time = time;
  }

  void compare(Findings findings) {
    List<Unit> gone = units.abolished();
    for (int from = 0; from < gone.size(); from += UNITS_AT_ONCE) {
      compareSome(gone.subList(from, Math.min(from + UNITS_AT_ONCE, gone.size())), findings);
    }
  }

  private void compareSome(List<Unit> gone, Findings findings) {
    Map<String, String> unitOf = new HashMap<>();
    gone.forEach(unit -> unit.groups().forEach(group -> unitOf.put(group, unit.code())));
    List<GroupTask> tasks = engine.tasksOf(unitOf.keySet(), TASKS_MAX);
    if (tasks.size() == TASKS_MAX) {
      findings.cutOff();
    }
    for (GroupTask task : tasks) {
      String unit =
          task.groups().stream()
              .filter(unitOf::containsKey)
              .map(unitOf::get)
              .findFirst()
              .orElse("");
      note(task, unit, findings);
    }
  }

  /** Units end at midnight; their tasks are passed on in the minutes after. */
  private void note(GroupTask task, String unit, Findings findings) {
    if (!quiet.isPast(task.since())
        || !quiet.isPast(
            CityTime.inCity(time.today().atStartOfDay(CityTime.ZONE).toOffsetDateTime()))) {
      findings.tooNew();
      return;
    }
    DifferenceKind kind = DifferenceKind.TASK_OF_ABOLISHED_UNIT;
    findings.add(
        new Difference(
            kind.id(task.key()),
            kind,
            DifferenceCause.UNIT_ABOLISHED,
            null,
            null,
            task.instance(),
            unit,
            task.since()));
  }
}
