package city.whistle.workers.change;

import java.util.UUID;

/**
 * A line was added to a timeline; published in the transaction that adds it.
 *
 * @param subject the case's or whistle's id
 */
public record LineAdded(UUID subject) {}
