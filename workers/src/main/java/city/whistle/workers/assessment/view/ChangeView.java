package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Ratio;
import city.whistle.workers.assessment.figure.Weights;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much a unit or a group has risen or fallen, in points.
 *
 * @param since the month with which it is compared
 * @param significant whether the score's change is more than chance explains
 * @param including codes of units that this one took over wholly since, whose earlier cases count
 *     with its own; left out where there are none
 */
public record ChangeView(
    String since,
    BigDecimal score,
    BigDecimal contacted,
    BigDecimal settled,
    BigDecimal satisfied,
    boolean significant,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> including) {

  ChangeView including(List<String> units) {
    return new ChangeView(since, score, contacted, settled, satisfied, significant, units);
  }

  /** Empty where one of the two has no score. Each month is scored by its own weights. */
  static Optional<ChangeView> between(
      YearMonth since, Counts before, Weights then, Counts now, Weights weights, int decimals) {
    if (before.valid() == 0 || now.valid() == 0) {
      return Optional.empty();
    }
    Function<Function<Weights, Function<Counts, Ratio>>, BigDecimal> difference =
        rate ->
            points(rate.apply(weights).apply(now), decimals)
                .subtract(points(rate.apply(then).apply(before), decimals));
    return Optional.of(
        new ChangeView(
            since.toString(),
            difference.apply(w -> w::score),
            difference.apply(w -> w::contactedRate),
            difference.apply(w -> w::settledRate),
            difference.apply(w -> w::satisfiedRate),
            weights.scoreEstimate(now).isApartFrom(then.scoreEstimate(before)),
            List.of()));
  }

  private static BigDecimal points(Ratio ratio, int decimals) {
    return ratio.points(decimals).orElseThrow();
  }
}
