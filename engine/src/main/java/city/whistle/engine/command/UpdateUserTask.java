package city.whistle.engine.command;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * Changes attributes of a user task.
 *
 * @param changed names of the attributes to change, as in the API: candidateGroups, candidateUsers,
 *     dueDate, followUpDate, priority; only these count among the values, null or empty clears
 * @param action what the caller calls it, null for the usual word
 */
public record UpdateUserTask(
    long userTaskKey,
    Set<String> changed,
    List<String> candidateGroups,
    List<String> candidateUsers,
    OffsetDateTime dueDate,
    OffsetDateTime followUpDate,
    Integer priority,
    String action)
    implements Command<TransitionBegun> {}
