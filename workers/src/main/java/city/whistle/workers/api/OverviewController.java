package city.whistle.workers.api;

import city.whistle.workers.assessment.view.Dimension;
import city.whistle.workers.assessment.view.Overview;
import city.whistle.workers.assessment.view.Overviews;
import city.whistle.workers.assessment.view.Overviews.Question;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adds up published figures of several months, by what is asked. */
@RestController
class OverviewController {

  private static final int MOST_MONTHS = 36;
  private static final String DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::wireName).collect(Collectors.joining(", "));

  private final Overviews overviews;

  OverviewController(Overviews overviews) {
    this.overviews = overviews;
  }

  @GetMapping("/api/assessments")
  @Needs(Scope.READ)
  Overview overview(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String district,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String category) {
    return overviews
        .of(question(from, to, by, district, unit, category))
        .orElseThrow(
            () ->
                new InvalidRequest(
                    List.of(
                        new FieldProblem(
                            "by",
                            "would give more than %d rows: narrow it by district, unit or category"
                                .formatted(Overviews.MOST_ROWS)))));
  }

  private static Question question(
      String from, String to, String by, String district, String unit, String category) {
    QueryFields query = new QueryFields();
    YearMonth first = query.month("from", from == null ? "" : from);
    YearMonth last = query.month("to", to == null ? "" : to);
    List<Dimension> dimensions =
        query.read(
            "by",
            by == null ? "" : by,
            OverviewController::dimensions,
            "must be one or two of " + DIMENSIONS);
    String whose = query.text("district", district);
    String who = query.text("unit", unit);
    String below = query.categoryOrAbove("category", category);
    query.throwIfWrong();
    if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).compareTo(last) <= 0) {
      throw new InvalidRequest(
          List.of(
              new FieldProblem(
                  "to", "must not be before from, nor make more than " + MOST_MONTHS + " months")));
    }
    return new Question(first, last, dimensions, whose, who, below);
  }

  private static Optional<List<Dimension>> dimensions(String text) {
    String[] names = text.split(",");
    List<Dimension> found =
        Arrays.stream(names).flatMap(name -> Dimension.of(name).stream()).distinct().toList();
    return Optional.of(found)
        .filter(all -> all.size() == names.length && names.length >= 1 && names.length <= 2);
  }
}
