package city.whistle.workers.assessment.figure;

/**
 * A unit comes under governance (治理类) where one category brings it far more cases than the group's
 * median unit has, month after month, and leaves when that has long been over.
 *
 * @param categoryDigits how many digits of its code name a category here
 * @param months how many months in a row it must have been so, the one at hand among them
 * @param times how many times the median
 * @param least and no fewer cases a month than these
 * @param leaveMonths how many months in a row it must be over
 * @param leaveTimes below how many times the median it is over
 */
public record GovernanceRule(
    int categoryDigits, int months, double times, int least, int leaveMonths, double leaveTimes) {

  public GovernanceRule {
    if (months < 1 || leaveMonths < 1 || categoryDigits < 2) {
      throw new IllegalArgumentException(
          "governance looks at 1 month or more, of 2 digits or more");
    }
    if (leaveTimes > times) {
      throw new IllegalArgumentException("who leaves governance must not come into it at once");
    }
  }

  /** How many months must be known. */
  public int monthsNeeded() {
    return Math.max(months, leaveMonths);
  }
}
