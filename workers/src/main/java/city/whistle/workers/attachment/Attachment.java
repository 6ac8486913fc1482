package city.whistle.workers.attachment;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What is known of a photo without seeing it.
 *
 * @param id chosen by the client
 * @param width in pixels, of the photo as it is kept
 * @param height likewise
 * @param bytes likewise
 */
public record Attachment(UUID id, int width, int height, int bytes, OffsetDateTime addedAt) {}
