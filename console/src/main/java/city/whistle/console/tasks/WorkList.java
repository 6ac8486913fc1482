package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.filter.VariableValueFilter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The tasks of a person and of his groups, latest limit first: two searches merged, since the
 * engine joins conditions by "and" only (docs/adr/0022). What he has taken comes by the first, so
 * the second passes it over. What is about a place is said by several variables, and is as many
 * searches.
 */
@Component
class WorkList {

  /** Limits that fall on one moment are read on, up to so many pages of them. */
  private static final int STEPS_MAX = 20;

  private final EngineTasks engine;
  private final Access access;

  WorkList(EngineTasks engine, Access access) {
    this.engine = engine;
    this.access = access;
  }

  /** One page and, where there is more, one task beyond it. */
  Listed page(Person person, WorkFilter filter, int max) {
    Some mine = from(filter, f -> f.assignee(person.id()), max + 1);
    Set<String> groups = access.groups(person);
    if (filter.mine() || groups.isEmpty()) {
      return new Listed(firsts(mine.tasks(), max), filter.isFirst() ? mine.total() : null);
    }
    Some theirs = from(filter, ofGroups(groups), max + 1);
    List<WorkTask> all = new ArrayList<>(mine.tasks());
    theirs.tasks().stream().filter(task -> !task.isTakenBy(person.id())).forEach(all::add);
    Long either = filter.isFirst() ? sum(mine.total(), theirs.total()) : null;
    Long both = either == null ? null : both(person, filter, mine, groups);
    return new Listed(firsts(all, max), both == null ? null : (Long) (either - both));
  }

  private static Long sum(Long one, Long other) {
    return one == null || other == null ? null : (Long) (one + other);
  }

  /** How many there are, on whichever page one is; null where they aren't counted so far. */
  Long count(Person person, WorkFilter filter) {
    return page(person, filter.first(), 1).count();
  }

  private static List<WorkTask> firsts(List<WorkTask> all, int max) {
    return all.stream().sorted(WorkTask.BY_URGENCY).limit(max + 1L).toList();
  }

  /**
   * How many of his own are his groups', too; asked for only where not all of his are here. Where
   * there are several searches, nothing is counted.
   */
  private Long both(Person person, WorkFilter filter, Some mine, Set<String> groups) {
    return mine.tasks().size() == mine.total()
        ? (Long) mine.tasks().stream().filter(task -> task.isOf(groups)).count()
        : engine.count(
            narrowed(
                    filter,
                    f -> {
                      f.assignee(person.id());
                      ofGroups(groups).accept(f);
                    })
                .get(0));
  }

  private static Consumer<UserTaskFilter> ofGroups(Set<String> groups) {
    return f -> f.candidateGroup(group -> group.in(List.copyOf(groups)));
  }

  /** The first {@code max} after the filter's cursor; of a list's beginning how many there are. */
  private Some from(WorkFilter filter, Consumer<UserTaskFilter> whose, int max) {
    List<Consumer<UserTaskFilter>> searches = narrowed(filter, whose);
    if (searches.size() == 1) {
      Consumer<UserTaskFilter> only = searches.get(0);
      Some found = firsts(filter, only, max);
      return !found.limitedAlone() || !filter.isFirst() || !found.isCounted()
          ? found
          : new Some(
              found.tasks(),
              sum(found.total(), engine.count(EngineTasks.limited(only, false))),
              false);
    }
    Map<Long, WorkTask> found = new HashMap<>();
    searches.stream()
        .flatMap(search -> firsts(filter, search, max).tasks().stream())
        .forEach(task -> found.put(task.key(), task));
    return new Some(
        found.values().stream().sorted(WorkTask.BY_URGENCY).limit(max).toList(), null, false);
  }

  /** How many there are is told of those with a limit alone where they fill the page. */
  private Some firsts(WorkFilter filter, Consumer<UserTaskFilter> search, int max) {
    List<WorkTask> found = new ArrayList<>();
    Long total = 0L;
    if (filter.isFirst() || filter.after().limited()) {
      total = read(filter.after(), search, true, max, found);
    }
    boolean full = found.size() >= max;
    if (!full) {
      total = sum(total, read(filter.after(), search, false, max, found));
    }
    return new Some(found, total, full);
  }

  /** Returns how many there are from the cursor's moment on. */
  private Long read(
      WorkCursor start,
      Consumer<UserTaskFilter> search,
      boolean limited,
      int max,
      List<WorkTask> found) {
    OffsetDateTime from = start != null && start.limited() == limited ? start.at() : null;
    EngineTasks.Found page = engine.search(search, limited, from, null, max);
    Long total = page.total();
    for (int step = 1; ; step++) {
      page.tasks().stream()
          .filter(task -> start == null || start.isBefore(task))
          .forEach(found::add);
      if (page.tasks().size() < max || found.size() >= max || step == STEPS_MAX) {
        return total;
      }
      page = engine.search(search, limited, from, page.cursor(), max);
    }
  }

  /** Searches that together find what the filter takes. */
  private static List<Consumer<UserTaskFilter>> narrowed(
      WorkFilter filter, Consumer<UserTaskFilter> whose) {
    return filter.subjects().stream().map(subject -> narrowed(filter, subject, whose)).toList();
  }

  private static Consumer<UserTaskFilter> narrowed(
      WorkFilter filter,
      List<Consumer<VariableValueFilter>> subject,
      Consumer<UserTaskFilter> whose) {
    return f -> {
      whose.accept(f);
      if (filter.kind() != null) {
        f.elementId(filter.kind());
      }
      if (!subject.isEmpty()) {
        f.processInstanceVariables(subject);
      }
    };
  }

  /**
   * A part of the list.
   *
   * @param count of all that the filter takes; null where the part isn't the list's beginning, or
   *     that isn't known
   */
  record Listed(List<WorkTask> tasks, Long count) {}

  /**
   * @param total null where it isn't known
   * @param limitedAlone whether only those with a limit are found and counted
   */
  private record Some(List<WorkTask> tasks, Long total, boolean limitedAlone) {

    boolean isCounted() {
      return total != null && total < EngineTasks.COUNTED_MAX;
    }
  }
}
