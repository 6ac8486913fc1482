package city.whistle.workers.assessment.request;

/** What is asked for can't be granted as things stand; says why, and what could be done. */
public class NotNow extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Why why;

  NotNow(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /** What stands against it. */
  public enum Why {
    /** No valid answer is recorded, so that the case counts in no figure yet. */
    NO_RESULT,
    /** The same is asked for the case and is not decided yet. */
    ASKED_BEFORE,
    MONTH_FINAL,
    /** There are no published figures to appeal against. */
    NOT_PUBLISHED,
    APPEALS_OVER
  }
}
