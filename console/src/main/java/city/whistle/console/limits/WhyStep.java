package city.whistle.console.limits;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A step by which a case's limit came about.
 *
 * @param what id of the step
 * @param until the limit from then on; null where the clock stands still
 * @param detail level or reason; empty for none
 * @param sum what was counted; null where the step's line doesn't say
 * @param days each day that was counted or passed over; empty where the step's line doesn't say
 * @param first the limits to sign and to make contact that began with it; empty where the step's
 *     line doesn't say
 */
public record WhyStep(
    OffsetDateTime at,
    String what,
    OffsetDateTime until,
    String detail,
    Sum sum,
    List<Day> days,
    List<First> first) {

  /**
   * One of the limits that come before the one to settle.
   *
   * @param name {@code sign} or {@code contact}
   * @param days each day that was counted or passed over; empty where it was a time
   */
  public record First(String name, OffsetDateTime until, Sum sum, List<Day> days) {}

  /**
   * What was counted.
   *
   * @param key last part of the sentence's key
   * @param count how many days; 0 where it was a time
   * @param time what was left; null where it was days
   * @param holds whether today's calendar still gives that limit
   */
  public record Sum(String key, int count, Duration time, boolean holds) {}

  /**
   * A day.
   *
   * @param kind last part of its message's key
   * @param name of the holiday or the make-up work; null for ordinary days
   * @param ordinal which counted day it is; 0 for none, as is the day on which it begins
   */
  public record Day(LocalDate date, String kind, String name, boolean counts, int ordinal) {}
}
