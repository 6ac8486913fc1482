package city.whistle.engine.model;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.expression.Evaluations;
import io.camunda.zeebe.model.bpmn.util.time.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * When a timer fires: a date, a duration (zero or less fires at once), or a cycle, which is a
 * repeating interval such as R3/PT1H or a cron expression with seconds, in UTC.
 *
 * @param repetitions how often it fires again after dueAt, {@link #INFINITE} without end
 * @param cycle the cycle to go on with, null for a timer that fires once
 */
public record TimerSchedule(Instant dueAt, int repetitions, String cycle) {

  public static final int INFINITE = -1;

  /** The last moment with a year of four digits. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  public TimerSchedule {
    if (isTooLate(dueAt)) {
      throw new IllegalArgumentException("that is after the year 9999");
    }
  }

  private static boolean isTooLate(Instant time) {
    return time.isAfter(LAST);
  }

  /**
   * @param evaluated what the timer's expression gave
   * @throws EvaluationException where that is not what this kind of timer needs
   */
  public static TimerSchedule of(EventDefinition.Timer.Kind kind, Object evaluated, Instant now) {
    if (!(evaluated instanceof String text)) {
      throw new EvaluationException(invalid(kind, evaluated));
    }
    try {
      return switch (kind) {
        case DATE -> once(Evaluations.parseDateTime(text).toInstant());
        case DURATION -> once(afterDuration(Interval.parse(text), now));
        case CYCLE -> Cycle.parse(text).first(now);
      };
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new EvaluationException(invalid(kind, text) + ": " + e.getMessage());
    }
  }

  /**
   * The time after the one at which a cycle was due; times that passed meanwhile are left out.
   * Empty where there is no further time.
   */
  public static Optional<Instant> next(String cycle, Instant due, Instant now) {
    return Cycle.parse(cycle).next(due, now).filter(next -> !isTooLate(next));
  }

  private static TimerSchedule once(Instant dueAt) {
    return new TimerSchedule(dueAt, 0, null);
  }

  private static Instant afterDuration(Interval duration, Instant now) {
    Instant due = Instant.ofEpochMilli(duration.toEpochMilli(now.toEpochMilli()));
    return due.isBefore(now) ? now : due;
  }

  private static String invalid(EventDefinition.Timer.Kind kind, Object value) {
    String expected =
        switch (kind) {
          case DATE -> "date, expected a date-time with offset such as 2026-01-31T09:00:00+08:00";
          case DURATION -> "duration, expected one such as PT15M or P1D";
          case CYCLE -> "cycle, expected one such as R3/PT1H, R/P1D or the cron 0 0 9 * * MON-FRI";
        };
    return "Invalid timer " + expected + ", but was '" + value + "'";
  }
}
