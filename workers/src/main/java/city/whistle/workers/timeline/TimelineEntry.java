package city.whistle.workers.timeline;

import java.time.OffsetDateTime;

/**
 * One line of a timeline.
 *
 * @param seq 1, 2, … without a gap
 * @param who assignee, {@code hotline:<client>}, {@code resident} or {@code system}
 * @param what the step's name: an element's id or an event such as {@code CaseReceived}
 * @param why outcome, cause or reason; empty where the step says it all
 * @param details JSON object without personal data
 */
public record TimelineEntry(
    int seq, OffsetDateTime at, String who, String what, String why, String details) {}
