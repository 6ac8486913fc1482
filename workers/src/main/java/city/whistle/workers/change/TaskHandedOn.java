package city.whistle.workers.change;

import java.util.UUID;

/**
 * Somebody took a task or gave it back, of which no timeline tells.
 *
 * @param subject id of the case or whistle that the task is of
 */
public record TaskHandedOn(UUID subject) {}
