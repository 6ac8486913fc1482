package city.whistle.workers.casefile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A case's first row. {@code signals} is written as JSON; {@code title} is redacted already. */
public record NewCase(
    UUID id,
    String clientId,
    String externalId,
    byte[] requestDigest,
    byte[] trackingDigest,
    String kind,
    String channel,
    String categoryCode,
    String categoryName,
    String level,
    String districtCode,
    String streetCode,
    String title,
    boolean confidential,
    Object signals,
    OffsetDateTime occurredAt,
    OffsetDateTime receivedAt,
    String accusedUnit,
    List<String> doubts) {}
