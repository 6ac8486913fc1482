package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import io.camunda.client.api.search.filter.UserTaskFilter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The tasks of a person and of his groups, latest limit first: two searches merged, since the
 * engine joins conditions by "and" only (docs/adr/0022). What he has taken comes by the first, so
 * the second passes it over.
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
  List<WorkTask> page(Person person, WorkFilter filter, int max) {
    List<WorkTask> all = new ArrayList<>(from(filter, f -> f.assignee(person.id()), max + 1));
    Set<String> groups = access.groups(person);
    if (!filter.mine() && !groups.isEmpty()) {
      from(filter, ofGroups(groups), max + 1).stream()
          .filter(task -> !task.isTakenBy(person.id()))
          .forEach(all::add);
    }
    return all.stream().sorted(WorkTask.BY_URGENCY).limit(max + 1L).toList();
  }

  /** How many there are, as far as the engine knows the filter's conditions. */
  long count(Person person, WorkFilter filter) {
    String id = person.id();
    Set<String> groups = access.groups(person);
    long mine = engine.count(narrowed(filter, f -> f.assignee(id)));
    if (filter.mine() || groups.isEmpty()) {
      return mine;
    }
    long ofGroups = engine.count(narrowed(filter, ofGroups(groups)));
    long both =
        engine.count(
            narrowed(
                filter,
                f -> {
                  f.assignee(id);
                  ofGroups(groups).accept(f);
                }));
    return mine + ofGroups - both;
  }

  private static Consumer<UserTaskFilter> ofGroups(Set<String> groups) {
    return f -> f.candidateGroup(group -> group.in(List.copyOf(groups)));
  }

  /** The first {@code max} after the filter's cursor. */
  private List<WorkTask> from(WorkFilter filter, Consumer<UserTaskFilter> whose, int max) {
    List<WorkTask> found = new ArrayList<>();
    if (filter.after() == null || filter.after().limited()) {
      read(filter, whose, true, max, found);
    }
    if (found.size() < max) {
      read(filter, whose, false, max, found);
    }
    return found;
  }

  private void read(
      WorkFilter filter,
      Consumer<UserTaskFilter> whose,
      boolean limited,
      int max,
      List<WorkTask> found) {
    WorkCursor start = filter.after();
    OffsetDateTime from = start != null && start.limited() == limited ? start.at() : null;
    String cursor = null;
    for (int step = 0; step < STEPS_MAX && found.size() < max; step++) {
      EngineTasks.Found page = engine.search(narrowed(filter, whose), limited, from, cursor, max);
      page.tasks().stream()
          .filter(task -> start == null || start.isBefore(task))
          .forEach(found::add);
      if (page.tasks().size() < max) {
        break;
      }
      cursor = page.cursor();
    }
  }

  private static Consumer<UserTaskFilter> narrowed(
      WorkFilter filter, Consumer<UserTaskFilter> whose) {
    return f -> {
      whose.accept(f);
      if (filter.kind() != null) {
        f.elementId(filter.kind());
      }
    };
  }
}
