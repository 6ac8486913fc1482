package city.whistle.engine.expression;

import java.util.function.Supplier;

/**
 * What an evaluation costs, counted rather than timed, so that it comes out the same everywhere. A
 * unit is some 30 ns. Whoever evaluates does so on the engine's only writer: what has no end, or
 * grows without bound, must fail before it holds up everybody else.
 */
public final class Effort {

  /** About a second. */
  static final long MAX = 30_000_000;

  /** How many values, or 16 characters of text, may be in one value. */
  static final long MAX_WEIGHT = 1_000_000;

  /**
   * How many rounds a loop may have. All are made before the first one begins, each with a scope of
   * its own of some 400 bytes: more would fill a small memory.
   */
  static final long MAX_ROUNDS = 200_000;

  static final int MAX_DEPTH = 400;

  private static final ThreadLocal<Effort> CURRENT = ThreadLocal.withInitial(Effort::new);

  private long total;
  private long limit = Long.MAX_VALUE;
  private String reason;

  private Effort() {}

  /** An evaluation took, or would take, too much. */
  public static final class TooMuch extends RuntimeException {

    private TooMuch(String message) {
      super(message, null, false, false);
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }

  /**
   * Evaluates within the bounds.
   *
   * @throws TooMuch where it would pass them, also where the evaluation itself went on regardless
   */
  public static <T> T bounded(Supplier<T> evaluation) {
    Effort effort = current();
    effort.limit = effort.total + MAX;
    effort.reason = null;
    try {
      T result = evaluation.get();
      if (effort.reason != null) {
        throw new TooMuch(effort.reason);
      }
      return result;
    } finally {
      effort.limit = Long.MAX_VALUE;
      effort.reason = null;
    }
  }

  /** All that was spent on this thread so far. */
  public static long total() {
    return current().total;
  }

  static Effort current() {
    return CURRENT.get();
  }

  void spend(long units) {
    total += units;
    if (total > limit || total < 0) {
      total = Math.min(limit, total);
      throw exceeded("it takes too long: loop over less, or leave it to a job worker");
    }
    if (reason != null) {
      throw new TooMuch(reason);
    }
  }

  /** Takes note that something would be larger than a value may be. */
  TooMuch tooLarge() {
    return exceeded("it makes a value that is too large");
  }

  TooMuch tooManyRounds() {
    return exceeded(
        "it loops more than %d times: loop over less, or leave it to a job worker"
            .formatted(MAX_ROUNDS));
  }

  TooMuch tooDeep() {
    return exceeded("it makes a value that is nested deeper than " + MAX_DEPTH + " levels");
  }

  private TooMuch exceeded(String why) {
    if (reason == null) {
      reason = why;
    }
    return new TooMuch(reason);
  }
}
