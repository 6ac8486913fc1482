package city.whistle.workers.assessment.figure;

/**
 * How much each rate counts in the score, in hundredths.
 *
 * @param basically what {@code basically} counts beside {@code satisfied}, in thousandths
 */
public record Weights(int contacted, int settled, int satisfied, int basically) {

  /** What all weights of a score add up to. */
  static final int WHOLE = 100;

  /** What {@code satisfied} counts, in thousandths. */
  static final int FULL = 1000;

  public Weights {
    if (contacted < 0 || settled < 0 || satisfied < 0) {
      throw new IllegalArgumentException("a weight must be 0 or more");
    }
    if (contacted + settled + satisfied != WHOLE) {
      throw new IllegalArgumentException(
          "the weights must add up to 100, not " + (contacted + settled + satisfied));
    }
    if (basically < 0 || basically > FULL) {
      throw new IllegalArgumentException("basically must be 0 to 1000 thousandths");
    }
  }

  public Ratio contactedRate(Counts counts) {
    return counts.ofValid(Counts::contacted);
  }

  /** {@code partly} counts as not settled. */
  public Ratio settledRate(Counts counts) {
    return counts.ofValid(Counts::settled);
  }

  public Ratio satisfiedRate(Counts counts) {
    return new Ratio(satisfactions(counts), FULL * counts.valid());
  }

  public Ratio score(Counts counts) {
    long sum =
        (long) FULL * (contacted * counts.contacted() + settled * counts.settled())
            + satisfied * satisfactions(counts);
    return new Ratio(sum, (long) WHOLE * FULL * counts.valid());
  }

  /** The score, as far as so few or so many cases let it be known. */
  public Estimate scoreEstimate(Counts counts) {
    double whole = WHOLE;
    double c = contacted / whole;
    double r = settled / whole;
    double s = satisfied / whole;
    double f = (double) basically / FULL;
    double sum =
        c * counts.contacted()
            + r * counts.settled()
            + s * (counts.satisfied() + f * counts.basically());
    double squares =
        c * c * counts.contacted()
            + r * r * counts.settled()
            + s * s * (counts.satisfied() + f * f * counts.basically())
            + 2 * c * r * counts.contactedSettled()
            + 2 * c * s * (counts.contactedSatisfied() + f * counts.contactedBasically())
            + 2 * r * s * (counts.settledSatisfied() + f * counts.settledBasically());
    return Estimate.ofValues(counts.valid(), sum, squares);
  }

  private long satisfactions(Counts counts) {
    return FULL * counts.satisfied() + basically * counts.basically();
  }
}
