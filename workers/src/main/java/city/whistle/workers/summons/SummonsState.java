package city.whistle.workers.summons;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/** How far a summoned unit is; what has not happened is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummonsState(
    String unit,
    String name,
    String kind,
    OffsetDateTime signBy,
    OffsetDateTime arriveBy,
    OffsetDateTime signedAt,
    OffsetDateTime arrivedAt,
    OffsetDateTime doneAt,
    OffsetDateTime releasedAt,
    String result,
    Boolean late,
    Boolean absent) {}
