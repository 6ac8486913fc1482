package city.whistle.console.tasks;

import city.whistle.console.account.Person;
import city.whistle.console.tasks.WorkList.Listed;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Pages of the list of tasks, each task with what it is about. Where the engine finds more than the
 * filter takes, tasks are read on until the page is full, up to a bound; the next page goes on from
 * there.
 */
@Component
class WorkPages {

  static final int PAGE = 50;

  private static final int READ_MAX = 500;

  private final WorkList list;
  private final EngineTasks engine;

  WorkPages(WorkList list, EngineTasks engine) {
    this.list = list;
    this.engine = engine;
  }

  WorkPage page(Person person, WorkFilter filter) {
    return filter.isOfSubject() ? picked(person, filter) : whole(person, filter);
  }

  private WorkPage whole(Person person, WorkFilter filter) {
    Listed listed = list.page(person, filter, PAGE);
    List<WorkTask> found = listed.tasks();
    List<WorkTask> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new WorkPage(
        withSubjects(shown),
        found.size() > PAGE ? found.get(PAGE) : null,
        shown.isEmpty() ? null : shown.get(shown.size() - 1),
        listed.count());
  }

  private WorkPage picked(Person person, WorkFilter filter) {
    List<Work> picked = new ArrayList<>();
    WorkPage page = whole(person, filter);
    for (int read = PAGE; ; read += PAGE) {
      for (Work work : page.works()) {
        if (!filter.takes(work.subject())) {
          continue;
        }
        if (picked.size() == PAGE) {
          return new WorkPage(picked, work.task(), picked.get(PAGE - 1).task(), null);
        }
        picked.add(work);
      }
      if (page.beyond() == null || read >= READ_MAX) {
        boolean all = filter.isFirst() && page.beyond() == null;
        return new WorkPage(picked, page.beyond(), page.last(), all ? (long) picked.size() : null);
      }
      page = whole(person, filter.after(page.last()));
    }
  }

  private List<Work> withSubjects(List<WorkTask> tasks) {
    Map<Long, Map<String, JsonNode>> about =
        engine.variables(
            tasks.stream().map(WorkTask::processInstanceKey).distinct().toList(),
            Subject.VARIABLES);
    return tasks.stream()
        .map(
            task ->
                new Work(task, Subject.of(about.getOrDefault(task.processInstanceKey(), Map.of()))))
        .toList();
  }

  /**
   * A page.
   *
   * @param beyond the next task that was not looked at or has no place here; null where there is
   *     none
   * @param last behind which the next page begins; null where there is no task at all
   * @param count of all that the filter takes; null where that isn't known
   */
  record WorkPage(List<Work> works, WorkTask beyond, WorkTask last, Long count) {}

  /** A task and what it is about. */
  record Work(WorkTask task, Subject subject) {}
}
