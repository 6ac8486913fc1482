package city.whistle.console.tasks;

import city.whistle.console.tasks.TasksPage.Chip;
import city.whistle.console.tasks.TasksPage.Option;
import city.whistle.console.tasks.WorkPages.Work;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * By what the list can be narrowed: what occurs among the most urgent tasks, and what is chosen.
 */
@Component
class WorkChoices {

  private final Units units;

  WorkChoices(Units units) {
    this.units = units;
  }

  List<Chip> chips(WorkFilter filter, List<Work> works) {
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip(filter.withMine(false).path(), null, "all", !filter.mine()));
    chips.add(new Chip(filter.withMine(true).path(), null, "mine", filter.mine()));
    Map<String, String> kinds = new LinkedHashMap<>();
    works.forEach(work -> kinds.putIfAbsent(work.task().elementId(), work.task().name()));
    if (filter.kind() != null) {
      kinds.putIfAbsent(filter.kind(), filter.kind());
    }
    kinds.forEach(
        (kind, name) -> {
          boolean chosen = kind.equals(filter.kind());
          chips.add(new Chip(filter.withKind(chosen ? null : kind).path(), kind, name, chosen));
        });
    return chips;
  }

  List<Option> categories(WorkFilter filter, List<Work> works) {
    Map<String, String> names = new TreeMap<>();
    works.stream()
        .map(Work::subject)
        .filter(subject -> subject.categoryCode() != null && subject.categoryName() != null)
        .forEach(subject -> names.put(subject.categoryCode(), subject.categoryName()));
    return options(names, filter.category());
  }

  List<Option> streets(WorkFilter filter, List<Work> works) {
    Map<String, String> names = new TreeMap<>();
    works.stream()
        .map(work -> work.subject().streetCode())
        .flatMap(code -> units.find(code).stream())
        .forEach(unit -> names.put(unit.code(), unit.name()));
    units.find(filter.street()).map(Unit::name).ifPresent(name -> names.put(filter.street(), name));
    return options(names, filter.street());
  }

  /** One alone is no choice. */
  private static List<Option> options(Map<String, String> names, String chosen) {
    if (chosen != null) {
      names.putIfAbsent(chosen, chosen);
    } else if (names.size() < 2) {
      return List.of();
    }
    return names.entrySet().stream()
        .map(one -> new Option(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
        .toList();
  }
}
