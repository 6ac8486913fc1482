package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an owner decides on how to handle a case: most settle it, some take another way first. */
final class Outcomes {

  private static final String OUTCOME = "outcome";
  private static final Map<String, Object> SETTLED = Map.of(OUTCOME, "settled");

  /** As the form has them, the longest first. */
  private static final List<String> WITHIN = List.of("P2D", "PT24H", "PT8H", "PT2H");

  private final Chance chance;

  Outcomes(Chance chance) {
    this.chance = chance;
  }

  Map<String, Object> of(Work work, Instant now, Function<String, JsonNode> read) {
    if (work.times() > 0) {
      return SETTLED;
    }
    double drawn = chance.of(work.chance(), work.purpose(OUTCOME));
    if (drawn < 0.03) {
      return work.group().startsWith("street:") ? whistle(work, read) : SETTLED;
    }
    if (drawn < 0.06) {
      return coHandlers(work, now, read);
    }
    return drawn < 0.12 ? other(drawn) : SETTLED;
  }

  private static Map<String, Object> other(double drawn) {
    if (drawn < 0.08) {
      return Map.of(
          OUTCOME,
          "extension",
          "extensionRequest",
          Map.of("days", 1, "reason", "需现场会勘", "residentTold", true));
    }
    if (drawn < 0.09) {
      return Map.of(OUTCOME, "raise", "opinionRequest", Map.of("question", "产权不清，请区里明确。"));
    }
    if (drawn < 0.095) {
      return Map.of(
          OUTCOME,
          "suspension",
          "suspensionRequest",
          Map.of("cause", "season", "reason", "须待开春施工", "residentTold", true));
    }
    return drawn < 0.105
        ? Map.of(OUTCOME, "objection", "objectionRequest", Map.of("reason", "不属本单位职责"))
        : Map.of(OUTCOME, "interim", "interim", Map.of("text", "已现场查看，正在办理。"));
  }

  private Map<String, Object> whistle(Work work, Function<String, JsonNode> read) {
    return Map.of(
        OUTCOME, "whistle", "whistleRequest", request(chance, work, units(work, read, 3)));
  }

  /** A whistle's form, for one about a case or for one without. */
  static Map<String, Object> request(Chance chance, Work work, List<String> units) {
    double drawn = chance.of(work.chance(), work.purpose("kind"));
    String kind =
        drawn < 0.7
            ? "publicDemand"
            : drawn < 0.85 ? "keyWork" : drawn < 0.95 ? "jointEnforcement" : "emergency";
    return Map.of(
        "kind",
        kind,
        "reason",
        "涉及多个部门，街道无法单独解决",
        "place",
        "样例路口",
        "units",
        units,
        "crossDistrict",
        false);
  }

  /** What others do has to be done before the case's own time is over. */
  private Map<String, Object> coHandlers(Work work, Instant now, Function<String, JsonNode> read) {
    Duration left = Duration.between(now, work.created().plus(work.limit().orElse(Duration.ZERO)));
    Optional<String> within =
        WITHIN.stream().filter(time -> Duration.parse(time).compareTo(left) < 0).findFirst();
    if (within.isEmpty()) {
      return SETTLED;
    }
    List<Map<String, String>> rows =
        units(work, read, 1).stream()
            .map(unit -> Map.of("unitCode", unit, "what", "配合查处", "dueWithin", within.get()))
            .toList();
    return rows.isEmpty() ? SETTLED : Map.of(OUTCOME, "coHandlers", "coHandlers", rows);
  }

  /** Up to so many departments and enterprises of those among which the form lets choose. */
  private List<String> units(Work work, Function<String, JsonNode> read, int most) {
    List<String> choices = new ArrayList<>();
    String own = work.group().substring(work.group().indexOf(':') + 1);
    for (JsonNode choice : read.apply("unitChoices")) {
      String code = choice.path("value").asText();
      if (!code.isEmpty() && !Character.isDigit(code.charAt(0)) && !code.equals(own)) {
        choices.add(code);
      }
    }
    List<String> chosen = new ArrayList<>();
    for (int n = 0; n < most && !choices.isEmpty(); n++) {
      String unit = chance.among(choices, work.chance(), work.purpose("unit" + n));
      choices.remove(unit);
      chosen.add(unit);
    }
    return chosen;
  }
}
