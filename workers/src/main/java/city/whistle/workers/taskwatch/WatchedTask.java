package city.whistle.workers.taskwatch;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An open task as the engine has it.
 *
 * @param name what staff call it
 * @param due null where nobody said until when
 * @param lookAt its follow-up date: when the watch has something to do; null until it has seen it
 */
public record WatchedTask(
    long key,
    long processInstanceKey,
    long processDefinitionKey,
    String process,
    String element,
    String name,
    List<String> groups,
    OffsetDateTime began,
    OffsetDateTime due,
    OffsetDateTime lookAt) {}
