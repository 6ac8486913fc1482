package city.whistle.workers.sheet;

/** What can be wrong in a file, each with a sentence in English. */
public enum MistakeKind {
  TOO_LARGE("is larger than %s"),
  NO_TEXT("is neither UTF-8 nor GB 18030 (GBK); save it as CSV UTF-8"),
  EMPTY("has no rows"),
  NO_CSV("isn't CSV here: %s"),
  UNKNOWN_COLUMN("is no column of this list; there are %s, parted by commas"),
  COLUMN_TWICE("is there twice"),
  NO_COLUMN("is missing"),
  CELLS("has more or fewer cells than the first line"),
  REQUIRED("must not be empty"),
  NO_CODE("must be a code: Latin letters, digits, hyphens"),
  NO_DAY("must be a day such as 2026-07-01"),
  NO_TIME("must be a time such as 08:30"),
  NO_NUMBER("must be a number from 1 to 99"),
  NO_SHARE("must be a share above 0 and up to 1, such as 0.5"),
  NO_SHORT_TEXT("must be one line of at most 300 characters"),
  NO_CHOICE("must be one of %s"),
  NO_DAYS("must be days of the week in order, 1 for Monday, such as 12345"),
  UNKNOWN("is no %s", true),
  ROW_TWICE("says what line %s says already"),
  ENDS_BEFORE("must not be before the day from which the row holds"),
  OVERLAPS("holds at the same time as the row from %s on: end that one first"),
  NEEDED_HERE("must be there: %s", true),
  NOT_HERE("must be empty: %s", true),
  TOO_MUCH("makes the shares of %s on that day more than 1");

  private final String english;
  private final boolean explained;

  MistakeKind(String english) {
    this(english, false);
  }

  MistakeKind(String english, boolean explained) {
    this.english = english;
    this.explained = explained;
  }

  /** Whether its detail is no value, but the last part of a message's key. */
  public boolean isExplained() {
    return explained;
  }

  public String english(String detail) {
    return english.formatted(explained ? Meaning.valueOf(detail).english : detail);
  }
}
