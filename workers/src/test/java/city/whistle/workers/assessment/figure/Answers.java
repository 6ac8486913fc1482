package city.whistle.workers.assessment.figure;

/** Counts as tests like to write them. */
final class Answers {

  static final Weights WEIGHTS = new Weights(10, 50, 40, 900);

  private Answers() {}

  /** Cases that all said the same. */
  static Counts of(long n, boolean contacted, String settled, String satisfied) {
    long c = contacted ? n : 0;
    long r = settled.equals("settled") ? n : 0;
    long s = satisfied.equals("satisfied") ? n : 0;
    long b = satisfied.equals("basically") ? n : 0;
    return new Counts(
        n,
        0,
        0,
        n,
        c,
        r,
        settled.equals("partly") ? n : 0,
        s,
        b,
        r,
        Math.min(c, r),
        Math.min(c, s),
        Math.min(c, b),
        Math.min(r, s),
        Math.min(r, b));
  }

  static Counts good(long n) {
    return of(n, true, "settled", "satisfied");
  }

  static Counts bad(long n) {
    return of(n, false, "not", "not");
  }

  /** A unit of which so many of all its cases went well, the others ill. */
  static Scored unit(String code, long good, long all) {
    return Scored.of(code, good(good).plus(bad(all - good)), WEIGHTS, 1);
  }
}
