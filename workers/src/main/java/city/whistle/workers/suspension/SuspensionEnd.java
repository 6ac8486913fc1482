package city.whistle.workers.suspension;

/** What ends a suspension. */
public enum SuspensionEnd {
  /** By a review, or since its longest time is over: the handling goes on. */
  OVER("", true),
  /** The owner replied; the reply itself is the resident's news. */
  REPLIED("replied", true),
  /** The process began anew, and with it the clocks. */
  RESTARTED("restarted", true),
  /** Its owner is no more, and dispatchers look for another. */
  OWNER_GONE("ownerGone", true),
  REDISPATCHED("redispatched", false),
  NEXT_ROUND("redo", false),
  /** The case follows another, whose clocks run. */
  MERGED("merged", false),
  CLOSED("closed", false),
  WITHDRAWN("withdrawn", false);

  private final String wireName;
  private final boolean handlingGoesOn;

  SuspensionEnd(String wireName, boolean handlingGoesOn) {
    this.wireName = wireName;
    this.handlingGoesOn = handlingGoesOn;
  }

  String wireName() {
    return wireName;
  }

  /** Whether the limits that run on are what the resident may expect. */
  boolean movesPromise() {
    return handlingGoesOn;
  }

  /** Whether the resident is told of it: not where he hears of what ended it anyway. */
  boolean isToldToTheResident() {
    return handlingGoesOn && this != REPLIED;
  }
}
