package city.whistle.console.limits;

import city.whistle.console.limits.WhyStep.Day;
import city.whistle.console.limits.WhyStep.First;
import city.whistle.console.limits.WhyStep.Sum;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.CountedDay;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.DueDates.Basis;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Explains a case's limit by the timeline's lines, which say from when, until when and by which
 * days it was counted, and by the calendar that counted it.
 */
@Component
public class WhyLimit {

  private static final int LINES_MAX = 1000;

  /** More than this doesn't help to understand. */
  private static final int DAYS_MAX = 90;

  /** Between a limit's beginning and the line that tells of it. */
  private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(1);

  private static final List<String> FIRST = List.of("sign", "contact");

  private static final Set<String> STARTS = Set.of("CaseDispatched", "RoundOpened");

  private static final Set<String> OF_THE_CLOCK =
      Set.of("CaseDispatched", "RoundOpened", "LimitsExtended", "ClocksSuspended", "ClocksResumed");

  private final Timeline timeline;
  private final DueDates dueDates;
  private final ObjectMapper json;

  WhyLimit(Timeline timeline, DueDates dueDates, ObjectMapper json) {
    this.timeline = timeline;
    this.dueDates = dueDates;
    this.json = json;
  }

  /** Its steps, earliest first; those before the last dispatch or round without their days. */
  public List<WhyStep> of(UUID caseId) {
    return of(timeline.of(caseId, 0, LINES_MAX));
  }

  List<WhyStep> of(List<TimelineEntry> all) {
    List<TimelineEntry> lines =
        all.stream().filter(line -> OF_THE_CLOCK.contains(line.what())).toList();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      start = STARTS.contains(lines.get(i).what()) ? i : start;
    }
    List<WhyStep> steps = new ArrayList<>();
    OffsetDateTime before = null;
    for (int i = 0; i < lines.size(); i++) {
      OffsetDateTime stopped = i + 1 < lines.size() ? stop(lines.get(i + 1)) : null;
      WhyStep step =
          step(lines.get(i), before, i < start ? lines.get(i).at() : stopped, i >= start);
      before = step.until() == null ? before : step.until();
      steps.add(step);
    }
    return steps;
  }

  /** When the clock was stopped by this line; null where it wasn't. */
  private static OffsetDateTime stop(TimelineEntry line) {
    return line.what().equals("ClocksSuspended") ? CityTime.inCity(line.at()) : null;
  }

  private WhyStep step(
      TimelineEntry line, OffsetDateTime before, OffsetDateTime stopped, boolean counted) {
    JsonNode details = details(line);
    String level = text(details, "level");
    String settleBy = text(details, "settleBy");
    OffsetDateTime until =
        settleBy == null ? null : CityTime.inCity(OffsetDateTime.parse(settleBy));
    String basis = text(details, "basis");
    boolean tells = counted && until != null && basis != null;
    OffsetDateTime from =
        line.what().equals("LimitsExtended") && before != null ? before : line.at();
    return new WhyStep(
        line.at(),
        line.what(),
        until,
        level == null ? line.why() : level,
        tells ? sum(line, details, until, Basis.of(basis)) : null,
        tells ? days(from, stopped == null ? until : stopped, Basis.of(basis)) : List.of(),
        tells ? first(line, details, Basis.of(basis)) : List.of());
  }

  private List<First> first(TimelineEntry line, JsonNode details, Basis basis) {
    return FIRST.stream().flatMap(name -> first(name, line, details, basis).stream()).toList();
  }

  private Optional<First> first(String name, TimelineEntry line, JsonNode details, Basis basis) {
    String by = text(details, name + "By");
    String within = text(details, name + "Within");
    if (by == null || within == null) {
      return Optional.empty();
    }
    OffsetDateTime until = CityTime.inCity(OffsetDateTime.parse(by));
    Sum sum = counted(line, within, until, basis);
    return Optional.of(
        new First(name, until, sum, sum.count() == 0 ? List.of() : days(line.at(), until, basis)));
  }

  /** Null where nothing was counted: an extension gives a date. */
  private Sum sum(TimelineEntry line, JsonNode details, OffsetDateTime until, Basis basis) {
    String within = text(details, "within");
    String rest = text(details, "rest");
    String counts = basis.wireName();
    if (within != null) {
      return counted(line, within, until, basis);
    }
    if (rest != null) {
      OffsetDateTime due = dueDates.after(line.at(), Duration.parse(rest), basis);
      boolean longer = until.isAfter(due.plus(WRITTEN_WITHIN));
      return new Sum(
          longer ? "atLeast" : "rest." + counts,
          0,
          Duration.parse(rest),
          longer || isClose(due, until));
    }
    return null;
  }

  /** By the rule: so many days, or so long a time. */
  private Sum counted(TimelineEntry line, String within, OffsetDateTime until, Basis basis) {
    int days = within.contains("T") ? 0 : Period.parse(within).getDays();
    return new Sum(
        days == 0 ? "time" : basis.wireName(),
        days,
        days == 0 ? Duration.between(line.at(), until) : null,
        isClose(dueDates.after(line.at(), within, basis), until));
  }

  private static boolean isClose(OffsetDateTime one, OffsetDateTime other) {
    return Duration.between(one, other).abs().compareTo(WRITTEN_WITHIN) < 0;
  }

  private List<Day> days(OffsetDateTime from, OffsetDateTime to, Basis basis) {
    return dueDates.days(from, to, basis).stream().limit(DAYS_MAX).map(WhyLimit::day).toList();
  }

  private static Day day(CountedDay day) {
    return new Day(
        day.date(),
        day.kind().name().toLowerCase(Locale.ROOT),
        day.name(),
        day.counts(),
        day.ordinal());
  }

  private static String text(JsonNode details, String field) {
    return details.path(field).isTextual() ? details.path(field).textValue() : null;
  }

  private JsonNode details(TimelineEntry line) {
    try {
      return json.readTree(line.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a timeline's details are no JSON", e);
    }
  }
}
