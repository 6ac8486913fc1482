package city.whistle.workers.model;

import static city.whistle.workers.model.OutputRule.code;
import static city.whistle.workers.model.OutputRule.duration;
import static city.whistle.workers.model.OutputRule.durationOrNone;
import static city.whistle.workers.model.OutputRule.flag;
import static city.whistle.workers.model.OutputRule.number;
import static city.whistle.workers.model.OutputRule.oneOf;
import static city.whistle.workers.model.OutputRule.text;
import static city.whistle.workers.model.OutputRule.whole;

import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What workers and processes read of the variables that take what tables decide. */
@Component
class TableReaders {

  /** The levels of the catalogue, as the registry holds them. */
  private static final List<String> LEVELS = List.of("2h", "24h", "7d", "15d");

  private static final List<String> WHISTLES =
      List.of("publicDemand", "keyWork", "jointEnforcement", "emergency");
  private static final OutputRule BASIS = oneOf(List.of("calendar", "working"));
  private static final OutputRule TIMES = whole(0, 1_000_000);

  private final Map<String, Reading> readings;

  TableReaders(Units units) {
    this.readings =
        Map.of(
            "route", single(routes()),
            "verdict", single(oneOf(List.of("close", "redo"))),
            "supervisionLevel", single(oneOf(List.of("remind", "supervise", "interview"))),
            "dispatch", new Reading(dispatch(units), List.of()),
            "timeLimit",
                new Reading(
                    timeLimit(),
                    levels(),
                    List.of(
                        new Order("signWithin", "contactWithin"),
                        new Order("contactWithin", "settleWithin"))),
            "objectionRule", new Reading(objectionRule(), List.of()),
            "suspensionRule",
                new Reading(
                    suspensionRule(), List.of(), List.of(new Order("reviewWithin", "atMost"))),
            "profile",
                new Reading(
                    profile(), whistles(), List.of(new Order("signWithin", "arriveWithin"))),
            "inclusion", new Reading(inclusion(), List.of()));
  }

  /**
   * How a variable is read.
   *
   * @param columns rule by the column's name; one nameless column where the variable is the value
   *     itself
   * @param situations variables for which a row must stand: without one, cases stop
   * @param orders which times come before which in each row
   */
  record Reading(
      Map<String, OutputRule> columns, List<Map<String, Object>> situations, List<Order> orders) {

    Reading(Map<String, OutputRule> columns, List<Map<String, Object>> situations) {
      this(columns, situations, List.of());
    }

    static final String VALUE = "";

    boolean isSingle() {
      return columns.containsKey(VALUE);
    }
  }

  /** The time of one column must not be longer than that of the other. */
  record Order(String shorter, String longer) {}

  /** Empty where the program reads nothing of it. */
  Optional<Reading> of(String variable) {
    return Optional.ofNullable(readings.get(variable));
  }

  /** The variables that are read. */
  Set<String> variables() {
    return readings.keySet();
  }

  private static Reading single(OutputRule rule) {
    return new Reading(Map.of(Reading.VALUE, rule), List.of());
  }

  private static OutputRule routes() {
    return oneOf(
        List.of(
            "answer",
            "emergency",
            "legalChannel",
            "repeat",
            "secret",
            "beyondDuty",
            "unlawful",
            "dispatch"));
  }

  private static Map<String, OutputRule> dispatch(Units units) {
    return Map.of(
        "unitKind", oneOf(List.of("street", "district", "department", "enterprise")).orNull(),
        "unitCode",
            code(code -> units.find(code).filter(u -> u.kind() != UnitKind.CITY).isPresent())
                .orNull(),
        "level", oneOf(LEVELS),
        "clear", flag(),
        "copyToDistrict", flag().orNull());
  }

  private static Map<String, OutputRule> timeLimit() {
    return Map.of(
        "signWithin", duration(),
        "contactWithin", duration(),
        "settleWithin", duration(),
        "warnShare", number(0, 1).orNull(),
        "basis", BASIS,
        "priority", whole(0, 100),
        "maxRounds", whole(1, 100),
        "mostExtensions", TIMES.orNull(),
        "mostExtensionDays", TIMES.orNull());
  }

  private static Map<String, OutputRule> objectionRule() {
    return Map.of(
        "objectWithin",
        duration(),
        "reviewWithin",
        duration(),
        "basis",
        BASIS,
        "mostObjections",
        TIMES);
  }

  private static Map<String, OutputRule> suspensionRule() {
    return Map.of(
        "reviewWithin", duration(),
        "atMost", duration(),
        "restAtLeast", durationOrNone(),
        "basis", BASIS);
  }

  private static Map<String, OutputRule> profile() {
    return Map.of(
        "approval", oneOf(List.of("before", "after")),
        "signWithin", duration(),
        "arriveWithin", duration(),
        "graceWithin", durationOrNone(),
        "centre", flag().orNull(),
        "escalateTo", oneOf(List.of("district", "city")),
        "scoreWithin", duration());
  }

  private static Map<String, OutputRule> inclusion() {
    return Map.of("included", flag(), "reason", text(100));
  }

  private static List<Map<String, Object>> levels() {
    return LEVELS.stream()
        .map(level -> Map.<String, Object>of("dispatch", Map.of("level", level)))
        .toList();
  }

  private static List<Map<String, Object>> whistles() {
    return WHISTLES.stream()
        .flatMap(kind -> Stream.of(whistle(kind, false), whistle(kind, true)))
        .toList();
  }

  private static Map<String, Object> whistle(String kind, boolean crossDistrict) {
    return Map.of("whistle", Map.of("kind", kind, "crossDistrict", crossDistrict));
  }
}
