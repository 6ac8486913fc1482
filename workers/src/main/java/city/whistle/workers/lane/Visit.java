package city.whistle.workers.lane;

import java.time.LocalDate;

/**
 * Somebody was in the lane.
 *
 * @param rhythm what for: its code
 * @param reportedOn the day on which it was said
 */
public record Visit(String rhythm, LocalDate on, LocalDate reportedOn) {}
