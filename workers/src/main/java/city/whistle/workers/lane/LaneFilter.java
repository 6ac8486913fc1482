package city.whistle.workers.lane;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Which lanes are wanted; null, but for the last two, stands for any.
 *
 * @param streets codes of sub-districts
 * @param given the class that it was given
 * @param people accounts, one of which holds a post there on {@code on}
 * @param afterId the id after which the page begins
 * @param on the day on which they are lanes
 * @param max how many
 */
public record LaneFilter(
    Collection<String> streets,
    LaneClass given,
    Collection<String> people,
    String afterId,
    LocalDate on,
    int max) {}
