package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.Recipient;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * A message that waits.
 *
 * @param kind name of its kind; one that a newer program wrote may be unknown
 * @param channel by which it leaves, or, before that is chosen, which was wanted
 * @param attempts how often it was taken, this time included
 * @param since when it began to wait: written, or tried anew by a person
 */
record QueuedNotification(
    UUID id,
    UUID subject,
    Recipient recipient,
    String channel,
    String kind,
    Map<String, String> parameters,
    String vaultPart,
    OffsetDateTime createdAt,
    OffsetDateTime since,
    int attempts) {

  /** Whether it can't be written without the vault. */
  boolean needsVault() {
    return recipient.kind() == Recipient.Kind.RESIDENT || vaultPart != null;
  }
}
