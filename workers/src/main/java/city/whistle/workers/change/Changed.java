package city.whistle.workers.change;

import java.util.Set;
import java.util.UUID;

/**
 * What something happened to.
 *
 * @param subjects ids of cases and whistles
 * @param perhapsMore whether it may have been to others, too: nobody knows which
 */
public record Changed(Set<UUID> subjects, boolean perhapsMore) {}
