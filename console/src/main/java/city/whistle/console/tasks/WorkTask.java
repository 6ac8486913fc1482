package city.whistle.console.tasks;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.stuck.TasksOfInstances.OpenTask;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;

/**
 * A task as the engine has it.
 *
 * @param name as the model calls it
 * @param assignee null where nobody has taken it
 * @param due null where it has no limit
 * @param open whether it is still to be done
 */
public record WorkTask(
    long key,
    String elementId,
    String name,
    String assignee,
    Set<String> groups,
    OffsetDateTime due,
    OffsetDateTime created,
    long processInstanceKey,
    boolean open) {

  /** Also while something of it is changed; it is done only when it is completed. */
  private static final Set<UserTaskState> OPEN =
      Set.of(UserTaskState.CREATED, UserTaskState.ASSIGNING, UserTaskState.UPDATING);

  /** Latest limit first; without a limit last, the oldest of them first. */
  public static final Comparator<WorkTask> BY_URGENCY =
      Comparator.comparing((WorkTask task) -> !task.isLimited())
          .thenComparing(WorkTask::orderedBy)
          .thenComparing(WorkTask::key);

  public static WorkTask of(UserTask task) {
    return new WorkTask(
        task.getUserTaskKey(),
        task.getElementId(),
        task.getName() == null ? task.getElementId() : task.getName(),
        task.getAssignee() == null || task.getAssignee().isBlank() ? null : task.getAssignee(),
        Set.copyOf(Objects.requireNonNullElse(task.getCandidateGroups(), Set.of())),
        CityTime.inCity(task.getDueDate()),
        CityTime.inCity(task.getCreationDate()),
        task.getProcessInstanceKey(),
        OPEN.contains(task.getState()));
  }

  static WorkTask of(OpenTask task) {
    return new WorkTask(
        task.key(),
        task.element(),
        task.name(),
        task.assignee(),
        Set.copyOf(task.groups()),
        task.due(),
        task.since(),
        task.instance(),
        true);
  }

  boolean isLimited() {
    return due != null;
  }

  /** Its limit; without one, since when it is there. */
  OffsetDateTime orderedBy() {
    return isLimited() ? due : created;
  }

  public boolean isTakenBy(String personId) {
    return personId.equals(assignee);
  }

  public boolean isFor(String personId, Collection<String> personsGroups) {
    return isTakenBy(personId) || isOf(personsGroups);
  }

  boolean isOf(Collection<String> some) {
    return groups.stream().anyMatch(some::contains);
  }
}
