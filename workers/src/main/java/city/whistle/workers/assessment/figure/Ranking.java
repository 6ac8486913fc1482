package city.whistle.workers.assessment.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Units of one group, side by side. Those without a score are in it, but have no place. */
public final class Ranking {

  private static final Comparator<Scored> ORDER =
      Comparator.comparing(Scored::score, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(scored -> -scored.counts().valid())
          .thenComparing(Scored::unit);

  private final List<Scored> units;
  private final List<Scored> ranked;

  private Ranking(List<Scored> units) {
    this.units = units.stream().sorted(ORDER).toList();
    this.ranked = this.units.stream().filter(Scored::hasScore).toList();
  }

  public static Ranking of(List<Scored> units) {
    return new Ranking(units);
  }

  /** By score, then by how many cases it rests on, then by code; those without a score last. */
  public List<Scored> inOrder() {
    return units;
  }

  /** Empty for a unit without a score. */
  public Optional<Rank> rankOf(Scored unit) {
    if (!unit.hasScore()) {
      return Optional.empty();
    }
    int higher = 0;
    int surelyBetter = 0;
    int surelyWorse = 0;
    for (Scored other : ranked) {
      int compared = other.score().compareTo(unit.score());
      boolean apart = compared != 0 && other.estimate().isApartFrom(unit.estimate());
      higher += compared > 0 ? 1 : 0;
      surelyBetter += apart && compared > 0 ? 1 : 0;
      surelyWorse += apart && compared < 0 ? 1 : 0;
    }
    return Optional.of(new Rank(higher + 1, surelyBetter + 1, ranked.size() - surelyWorse));
  }

  /** The mean over units, each counting alike however many cases it has; NaN without any. */
  public double meanOfScores() {
    return ranked.stream()
        .mapToDouble(unit -> unit.score().doubleValue())
        .average()
        .orElse(Double.NaN);
  }

  /** Whether the group's scores, taken together, differ by more than chance explains. */
  public boolean differsByMoreThanChance() {
    return Homogeneity.isRejected(ranked.stream().map(Scored::estimate).toList());
  }
}
