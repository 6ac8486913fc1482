package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A unit's figures in its group; what doesn't apply is left out.
 *
 * @param rank left out without a score, and where bands are published and not ranks
 * @param rankBest the place that it might as well have, as far as chance goes
 * @param rankWorst likewise downwards
 * @param counts how many cases each figure rests on
 * @param sinceMonthBefore left out where one of the two has no score
 * @param sinceYearBegan likewise, against the January of the same year
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowView(
    String unit,
    String name,
    Integer rank,
    Integer rankBest,
    Integer rankWorst,
    String band,
    RateView score,
    RateView contacted,
    RateView settled,
    RateView satisfied,
    Counts counts,
    ChangeView sinceMonthBefore,
    ChangeView sinceYearBegan) {}
