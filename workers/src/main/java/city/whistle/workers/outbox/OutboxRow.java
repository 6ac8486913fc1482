package city.whistle.workers.outbox;

import java.util.UUID;

/** A call that is still to be made. */
record OutboxRow(UUID id, String kind, String payload, int attempts) {}
