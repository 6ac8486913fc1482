package city.whistle.engine.command;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * What a task listener decided.
 *
 * @param corrected names of the attributes to correct, as in the API: assignee, candidateGroups,
 *     candidateUsers, dueDate, followUpDate, priority; only these count among the values
 */
public record TaskListenerResult(
    boolean denied,
    String deniedReason,
    Set<String> corrected,
    String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    OffsetDateTime dueDate,
    OffsetDateTime followUpDate,
    Integer priority) {}
