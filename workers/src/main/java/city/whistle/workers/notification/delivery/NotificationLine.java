package city.whistle.workers.notification.delivery;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A message as a supervisor sees it: neither its text nor any address.
 *
 * @param number of the case or whistle
 * @param recipient {@code resident}, {@code unit:<code>}, {@code hotline} or {@code line:<number>}
 * @param reason why it was dropped or given up; null otherwise
 * @param lastError why the last attempt failed; null where it didn't
 * @param endpoint the server by which it leaves; null where none is chosen
 */
public record NotificationLine(
    UUID id,
    String number,
    String kind,
    String recipient,
    NotificationState state,
    String reason,
    String lastError,
    String endpoint,
    int attempts,
    OffsetDateTime createdAt) {}
