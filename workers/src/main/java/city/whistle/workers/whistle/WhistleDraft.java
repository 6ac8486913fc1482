package city.whistle.workers.whistle;

import java.util.List;
import java.util.UUID;

/** A whistle that is to be blown. {@code caseId} is null for one without a case. */
public record WhistleDraft(
    String kind,
    String streetCode,
    UUID caseId,
    String reason,
    String place,
    List<String> units,
    boolean crossDistrict) {}
