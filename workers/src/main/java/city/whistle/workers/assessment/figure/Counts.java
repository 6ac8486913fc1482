package city.whistle.workers.assessment.figure;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How many cases of a period answered what, each case once, by the callback that counts. Those that
 * hold two answers at once let the spread of any score be known without its weights.
 *
 * @param dispatched cases that the unit was given in the period, as the last one if several were,
 *     called back or not
 * @param unanswered cases that were called back and gave no valid answer
 * @param excluded cases with a valid answer that is left out
 * @param valid cases with a valid answer that counts: the denominator of all rates
 * @param contacted of the valid ones, whose resident the unit contacted; likewise all that follow
 * @param settledAtFirst settled by the first valid answer that the case ever got
 */
public record Counts(
    long dispatched,
    long unanswered,
    long excluded,
    long valid,
    long contacted,
    long settled,
    long partly,
    long satisfied,
    long basically,
    long settledAtFirst,
    long contactedSettled,
    long contactedSatisfied,
    long contactedBasically,
    long settledSatisfied,
    long settledBasically) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** All of them together. */
  public static Counts sum(Stream<Counts> parts) {
    return parts.reduce(NONE, Counts::plus);
  }

  public Counts plus(Counts o) {
    return new Counts(
        dispatched + o.dispatched,
        unanswered + o.unanswered,
        excluded + o.excluded,
        valid + o.valid,
        contacted + o.contacted,
        settled + o.settled,
        partly + o.partly,
        satisfied + o.satisfied,
        basically + o.basically,
        settledAtFirst + o.settledAtFirst,
        contactedSettled + o.contactedSettled,
        contactedSatisfied + o.contactedSatisfied,
        contactedBasically + o.contactedBasically,
        settledSatisfied + o.settledSatisfied,
        settledBasically + o.settledBasically);
  }

  /** One of the valid ones as a share of them. */
  public Ratio ofValid(ToLongFunction<Counts> part) {
    return new Ratio(part.applyAsLong(this), valid);
  }
}
