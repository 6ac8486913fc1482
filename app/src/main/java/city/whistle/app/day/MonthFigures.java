package city.whistle.app.day;

import city.whistle.app.example.AssessmentMonth;
import city.whistle.app.example.CaseApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The months' published figures beside what residents said to the player. */
final class MonthFigures {

  /** Each unit is in one of them. */
  private static final List<String> GROUPS = List.of("district", "department", "enterprise");

  private static final int LIMIT = 100;

  private final Ledger ledger;
  private final CaseApi api;
  private final Assessment assessment;
  private final List<Difference> differences;

  MonthFigures(Ledger ledger, CaseApi api, List<Difference> differences) {
    this.ledger = ledger;
    this.api = api;
    this.assessment = new Assessment(api);
    this.differences = differences;
  }

  /** Sums of all months, as the assessment has them. */
  Sums compare(Months months) {
    Sums all = Sums.NONE;
    for (YearMonth month : months.all()) {
      Map<String, Sums> said = said(month);
      Map<String, JsonNode> groups = groups(month);
      Sums published = sum(groups.values().stream().map(view -> Sums.of(counts(view))));
      Sums ofResidents = sum(said.values().stream());
      all = all.plus(published);
      if (!ofResidents.equals(published)) {
        differences.add(
            new Difference(
                month.toString(),
                "residents said %s, published is %s".formatted(ofResidents, published)));
        name(month, said, groups);
      }
    }
    return all;
  }

  /**
   * What each case that counts says, by its number: the last valid answer, unless it was withdrawn
   * or left out.
   */
  private Map<String, Sums> said(YearMonth month) {
    Map<String, Sums> said = new TreeMap<>();
    Instant end = assessment.isFinalSince(month).orElse(Instant.MAX);
    for (Story story : ledger.opened()) {
      if (!story.isLeftOut(end) && story.status().equals("closed")) {
        story
            .last(AssessmentMonth.begins(month), AssessmentMonth.ends(month))
            .ifPresent(answer -> said.put(story.number(), Sums.of(answer)));
      }
    }
    return said;
  }

  /** Each group as it is published. */
  private Map<String, JsonNode> groups(YearMonth month) {
    Map<String, JsonNode> views = new LinkedHashMap<>();
    GROUPS.forEach(group -> views.put(group, assessment.group(month, group)));
    return views;
  }

  private static JsonNode counts(JsonNode view) {
    return view.path("pooled").path("counts");
  }

  private static Sums sum(Stream<Sums> each) {
    return each.reduce(Sums.NONE, Sums::plus);
  }

  /** Which cases one of the two counts alone. */
  private void name(YearMonth month, Map<String, Sums> said, Map<String, JsonNode> groups) {
    for (String figure : List.of("valid", "contacted", "settled", "satisfied", "basically")) {
      Set<String> alone = new TreeSet<>();
      said.forEach(
          (number, sums) -> {
            if (counts(sums, figure)) {
              alone.add(number);
            }
          });
      for (String number : numbers(month, figure, groups)) {
        if (!alone.remove(number)) {
          differences.add(
              new Difference(
                  number, "counts as %s in %s by the assessment alone".formatted(figure, month)));
        }
      }
      alone.forEach(
          number ->
              differences.add(
                  new Difference(
                      number,
                      "counts as %s in %s by what was said alone".formatted(figure, month))));
    }
  }

  private static boolean counts(Sums sums, String figure) {
    return switch (figure) {
      case "contacted" -> sums.contacted() == 1;
      case "settled" -> sums.settled() == 1;
      case "satisfied" -> sums.satisfied() == 1;
      case "basically" -> sums.basically() == 1;
      default -> true;
    };
  }

  private Set<String> numbers(YearMonth month, String figure, Map<String, JsonNode> groups) {
    Set<String> numbers = new TreeSet<>();
    groups.forEach(
        (group, view) -> {
          for (JsonNode row : view.path("rows")) {
            if (row.path("counts").path(figure).asLong() > 0) {
              add(numbers, month, figure, group, row.path("unit").asText());
            }
          }
        });
    return numbers;
  }

  private void add(Set<String> numbers, YearMonth month, String figure, String group, String unit) {
    String cursor = null;
    do {
      String after = cursor == null ? "" : "&cursor=" + cursor;
      JsonNode page =
          api.read(
              "/api/assessments/%s/cases?figure=%s&unit=%s&group=%s&limit=%d%s"
                  .formatted(month, figure, unit, group, LIMIT, after));
      page.path("items").forEach(item -> numbers.add(item.path("number").asText()));
      cursor = page.path("cursor").asText(null);
    } while (cursor != null);
  }
}
