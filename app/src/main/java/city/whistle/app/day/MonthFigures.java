package city.whistle.app.day;

import city.whistle.app.example.AssessmentMonth;
import city.whistle.app.example.CaseApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
      Sums published = published(month);
      Sums said = said(month);
      all = all.plus(published);
      if (!said.equals(published)) {
        differences.add(
            new Difference(
                month.toString(), "residents said %s, published is %s".formatted(said, published)));
        name(month);
      }
    }
    return all;
  }

  private Sums said(YearMonth month) {
    return counting(month).stream()
        .flatMap(story -> last(story, month).stream())
        .map(Sums::of)
        .reduce(Sums.NONE, Sums::plus);
  }

  /** The last valid answer of a case counts, unless it was withdrawn or left out. */
  private List<Story> counting(YearMonth month) {
    Instant end = assessment.isFinalSince(month).orElse(Instant.MAX);
    return ledger.opened().stream()
        .filter(story -> !story.isLeftOut(end))
        .filter(story -> story.status().equals("closed"))
        .filter(story -> last(story, month).isPresent())
        .toList();
  }

  private Sums published(YearMonth month) {
    return GROUPS.stream()
        .map(group -> assessment.group(month, group))
        .map(group -> Sums.of(group.path("pooled").path("counts")))
        .reduce(Sums.NONE, Sums::plus);
  }

  /** Which cases one of the two counts alone. */
  private void name(YearMonth month) {
    for (String figure : List.of("valid", "contacted", "settled", "satisfied", "basically")) {
      Set<String> published = numbers(month, figure);
      Set<String> said =
          counting(month).stream()
              .filter(story -> counts(story, month, figure))
              .map(Story::number)
              .collect(Collectors.toCollection(TreeSet::new));
      for (String number : published) {
        if (!said.remove(number)) {
          differences.add(
              new Difference(
                  number, "counts as %s in %s by the assessment alone".formatted(figure, month)));
        }
      }
      said.forEach(
          number ->
              differences.add(
                  new Difference(
                      number,
                      "counts as %s in %s by what was said alone".formatted(figure, month))));
    }
  }

  private static Optional<Story.Answer> last(Story story, YearMonth month) {
    return story.last(AssessmentMonth.begins(month), AssessmentMonth.ends(month));
  }

  private static boolean counts(Story story, YearMonth month, String figure) {
    Sums sums = Sums.of(last(story, month).orElseThrow());
    return switch (figure) {
      case "contacted" -> sums.contacted() == 1;
      case "settled" -> sums.settled() == 1;
      case "satisfied" -> sums.satisfied() == 1;
      case "basically" -> sums.basically() == 1;
      default -> true;
    };
  }

  private Set<String> numbers(YearMonth month, String figure) {
    Set<String> numbers = new TreeSet<>();
    for (String group : GROUPS) {
      JsonNode view = assessment.group(month, group);
      for (JsonNode row : view.path("rows")) {
        if (row.path("counts").path("valid").asLong() > 0) {
          add(numbers, month, figure, group, row.path("unit").asText());
        }
      }
    }
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
