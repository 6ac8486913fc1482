package city.whistle.workers.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * That one unit took over from another.
 *
 * @param kind {@code renamed}, {@code replaced}, {@code partlyReplaced}, {@code split} or {@code
 *     merged}
 * @param share how much of the former one's duties the later one took, up to 1
 */
public record Takeover(String from, String to, LocalDate on, String kind, BigDecimal share) {}
