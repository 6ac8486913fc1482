package city.whistle.console.layout;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * The time to a limit: a word, and what shape and colour it has.
 *
 * @param exact the limit to the minute
 */
public record TimeLeft(Kind kind, String words, String exact) {

  /** The watch over tasks gives each its limit, and has looked at it by then. */
  private static final Duration BEING_SET = Duration.ofMinutes(2);

  private static final Duration NEAR = Duration.ofHours(2);
  private static final Duration BY_MINUTES = Duration.ofHours(1);

  /** How urgent it is. */
  public enum Kind {
    LATE,
    NEAR,
    FAR,
    NONE;

    /** For a style's name. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Of a task: one that has only begun may get its limit a moment later.
   *
   * @param limit null where there is none
   * @param began null where nobody knows
   */
  static TimeLeft of(OffsetDateTime limit, OffsetDateTime began, Texts t) {
    boolean isNew = began != null && Duration.between(began, t.now()).compareTo(BEING_SET) < 0;
    return limit == null && isNew
        ? new TimeLeft(Kind.NONE, t.say("time.beingSet"), "")
        : until(limit, t);
  }

  /**
   * @param limit null where there is none
   */
  static TimeLeft until(OffsetDateTime limit, Texts t) {
    if (limit == null) {
      return new TimeLeft(Kind.NONE, t.say("time.none"), "");
    }
    Duration left = Duration.between(t.now(), limit);
    if (left.isNegative()) {
      return new TimeLeft(Kind.LATE, t.say("time.late", t.length(left.negated())), t.exact(limit));
    }
    if (left.compareTo(BY_MINUTES) < 0) {
      return new TimeLeft(Kind.NEAR, t.say("time.left", t.length(left)), t.exact(limit));
    }
    Kind kind = left.compareTo(NEAR) < 0 ? Kind.NEAR : Kind.FAR;
    return new TimeLeft(kind, words(limit, t), t.exact(limit));
  }

  private static String words(OffsetDateTime limit, Texts t) {
    LocalDate today = t.now().toLocalDate();
    LocalDate day = limit.toLocalDate();
    if (day.equals(today)) {
      return t.say("time.today", t.hour(limit));
    }
    if (day.equals(today.plusDays(1))) {
      return t.say("time.tomorrow", t.hour(limit));
    }
    return day.isBefore(today.plusDays(7)) ? t.format("time.pattern.weekday", limit) : t.day(limit);
  }
}
