package city.whistle.engine.model;

import city.whistle.engine.expression.Evaluations;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.camunda.zeebe.model.bpmn.util.time.RepeatingInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A timer's cycle. */
sealed interface Cycle {

  /**
   * @throws IllegalArgumentException where the cycle has no time at all
   */
  TimerSchedule first(Instant now);

  Optional<Instant> next(Instant due, Instant now);

  /**
   * @throws java.time.DateTimeException where a repeating interval doesn't parse
   * @throws IllegalArgumentException where a cron expression doesn't parse
   */
  static Cycle parse(String text) {
    return text.startsWith("R")
        ? Repeating.of(Repeating.withOffset(text))
        : new Cron(text, Cron.parseTimes(text));
  }

  /** ISO 8601's repeating interval; R0 is refused, R without number goes on without end. */
  record Repeating(String text, RepeatingInterval interval) implements Cycle {

    /** A start with the zone that FEEL's string(..) writes after an @. */
    private static final Pattern ZONED_START = Pattern.compile("(R\\d*/)([^/@]+@[^@]+)(/P[^/]*)");

    private static Repeating of(String text) {
      return new Repeating(text, RepeatingInterval.parse(text));
    }

    /** The zone's name may have a slash, which parts the interval: the offset stands for it. */
    private static String withOffset(String text) {
      Matcher zoned = ZONED_START.matcher(text);
      return zoned.matches()
          ? zoned.group(1)
              + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                  Evaluations.parseDateTime(zoned.group(2)))
              + zoned.group(3)
          : text;
    }

    public Repeating {
      if (interval.getRepetitions() < 1 && interval.getRepetitions() != TimerSchedule.INFINITE) {
        throw new IllegalArgumentException("a cycle has to repeat at least once");
      }
    }

    @Override
    public TimerSchedule first(Instant now) {
      Instant due = Instant.ofEpochMilli(interval.getDueDate(now.toEpochMilli()));
      int repetitions = interval.getRepetitions();
      if (repetitions == TimerSchedule.INFINITE && !next(due, due).orElseThrow().isAfter(due)) {
        throw new IllegalArgumentException("a cycle without end needs an interval above zero");
      }
      return repetitions == TimerSchedule.INFINITE
          ? new TimerSchedule(due, TimerSchedule.INFINITE, text)
          : new TimerSchedule(due, repetitions - 1, repetitions > 1 ? text : null);
    }

    @Override
    public Optional<Instant> next(Instant due, Instant now) {
      long millis = interval.getInterval().withStart(due).toEpochMilli(now.toEpochMilli());
      return Optional.of(Instant.ofEpochMilli(millis));
    }
  }

  /** Six fields, seconds first, as Spring reads them. */
  record Cron(String text, ExecutionTime times) implements Cycle {

    static ExecutionTime parseTimes(String text) {
      var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53);
      return ExecutionTime.forCron(new CronParser(definition).parse(text));
    }

    @Override
    public TimerSchedule first(Instant now) {
      Instant due =
          next(now, now)
              .orElseThrow(() -> new IllegalArgumentException("the cycle has no time after now"));
      return new TimerSchedule(due, TimerSchedule.INFINITE, text);
    }

    @Override
    public Optional<Instant> next(Instant due, Instant now) {
      Instant after = due.isAfter(now) ? due : now;
      return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(time -> time.toInstant());
    }
  }
}
