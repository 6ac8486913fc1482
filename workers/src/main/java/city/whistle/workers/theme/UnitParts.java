package city.whistle.workers.theme;

import city.whistle.workers.theme.ThemeVariable.UnitTask;
import city.whistle.workers.theme.ThemeVariable.UnitWork;
import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.theme.ThemeWork.Task;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a unit of a theme has to do, and who does it where the unit is no more. */
@Component
class UnitParts {

  private static final String DISPATCHERS = "dispatcher";

  private final Units units;

  UnitParts(Units units) {
    this.units = units;
  }

  List<UnitWork> of(Theme theme, ThemeWork work) {
    return work.units().stream().map(member -> of(theme, work, member)).toList();
  }

  /**
   * As an abolished unit's tasks do, its part goes to its successor; without one, to dispatchers.
   */
  UnitWork of(Theme theme, ThemeWork work, Member member) {
    Unit unit = units.find(member.code()).or(() -> units.successor(member.code())).orElse(null);
    List<Task> tasks = work.tasksOf(member.code());
    return new UnitWork(
        member.code(),
        unit == null ? member.name() : unit.name(),
        unit == null ? DISPATCHERS : unit.group(),
        due(theme, tasks),
        tasks.stream().map(UnitParts::line).toList());
  }

  private static OffsetDateTime due(Theme theme, List<Task> tasks) {
    return tasks.stream()
        .filter(task -> !task.isReached())
        .map(task -> Months.moment(task.due().plusDays(1)))
        .min(Comparator.naturalOrder())
        .orElse(theme.workUntil());
  }

  private static UnitTask line(Task task) {
    return new UnitTask(
        task.position(),
        task.what(),
        task.target(),
        task.measure(),
        task.due().toString(),
        task.reached());
  }
}
