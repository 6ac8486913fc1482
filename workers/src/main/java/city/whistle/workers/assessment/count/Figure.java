package city.whistle.workers.assessment.count;

import city.whistle.workers.assessment.figure.Counts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A number of the assessment that opens to its cases. One condition, over a row of {@code
 * assessment_case}, makes both, so that they can't differ.
 */
public enum Figure {
  DISPATCHED("dispatched", "true", Counts::dispatched),
  UNANSWERED("unanswered", "not counts and left_out is null", Counts::unanswered),
  EXCLUDED("excluded", "not counts and left_out is not null", Counts::excluded),
  VALID("valid", "counts", Counts::valid),
  CONTACTED("contacted", "counts and contacted", Counts::contacted),
  NOT_CONTACTED("notContacted", "counts and not contacted", c -> c.valid() - c.contacted()),
  SETTLED("settled", "counts and settled = 'settled'", Counts::settled),
  PARTLY("partly", "counts and settled = 'partly'", Counts::partly),
  NOT_SETTLED(
      "notSettled", "counts and settled = 'not'", c -> c.valid() - c.settled() - c.partly()),
  SATISFIED("satisfied", "counts and satisfied = 'satisfied'", Counts::satisfied),
  BASICALLY("basically", "counts and satisfied = 'basically'", Counts::basically),
  NOT_SATISFIED(
      "notSatisfied",
      "counts and satisfied = 'not'",
      c -> c.valid() - c.satisfied() - c.basically()),
  SETTLED_AT_FIRST("settledAtFirst", "counts and settled_at_first", Counts::settledAtFirst);

  private final String wireName;
  private final String condition;
  private final ToLongFunction<Counts> number;

  Figure(String wireName, String condition, ToLongFunction<Counts> number) {
    this.wireName = wireName;
    this.condition = condition;
    this.number = number;
  }

  public String wireName() {
    return wireName;
  }

  /** The number itself. */
  public long of(Counts counts) {
    return number.applyAsLong(counts);
  }

  /** Whether it is counted from answers; else from dispatches. */
  boolean isOfAnswers() {
    return this != DISPATCHED;
  }

  String condition() {
    return condition;
  }

  /** How many rows meet the condition of this, and of the others. */
  String counting(Figure... others) {
    StringBuilder all = new StringBuilder(isOfAnswers() ? "of_answers" : "not of_answers");
    all.append(" and ").append(condition);
    for (Figure other : others) {
      all.append(" and ").append(other.condition);
    }
    return "count(*) filter (where " + all + ")";
  }

  public static Optional<Figure> of(String wireName) {
    return Arrays.stream(values()).filter(figure -> figure.wireName.equals(wireName)).findFirst();
  }
}
