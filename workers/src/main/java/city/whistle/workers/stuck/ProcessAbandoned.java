package city.whistle.workers.stuck;

import java.util.UUID;

/**
 * A case's process is given up for a new one, in this transaction; what it had under way is over.
 *
 * @param officer who wanted it
 * @param reason why, in his words
 */
public record ProcessAbandoned(UUID caseId, String officer, String reason) {}
