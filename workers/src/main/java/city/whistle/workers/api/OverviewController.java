package city.whistle.workers.api;

import city.whistle.workers.assessment.view.Dimension;
import city.whistle.workers.assessment.view.Overview;
import city.whistle.workers.assessment.view.Overviews;
import city.whistle.workers.assessment.view.Overviews.Question;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.unit.Units;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds up published figures of several months, by what is asked. */
@RestController
class OverviewController {

  private static final int MOST_MONTHS = 36;
  private static final String DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::wireName).collect(Collectors.joining(", "));

  private final Overviews overviews;
  private final Units units;
  private final Categories categories;

  OverviewController(Overviews overviews, Units units, Categories categories) {
    this.overviews = overviews;
    this.units = units;
    this.categories = categories;
  }

  @GetMapping("/api/assessments")
  @Needs(Scope.READ)
  Overview overview(QueryFields query) {
    return overviews
        .of(question(query))
        .orElseThrow(
            () ->
                new InvalidRequest(
                    List.of(
                        new FieldProblem(
                            "by",
                            "would give more than %d rows: narrow it by district, unit or category"
                                .formatted(Overviews.MOST_ROWS)))));
  }

  private Question question(QueryFields query) {
    YearMonth first = query.month("from");
    YearMonth last = query.month("to");
    List<Dimension> dimensions =
        query.required("by", OverviewController::dimensions, "must be one or two of " + DIMENSIONS);
    String whose = query.code("district", units::isKnown, QueryFields.UNIT_WANTED);
    String who = query.code("unit", units::isKnown, QueryFields.UNIT_WANTED);
    String below = query.code("category", categories::isKnown, QueryFields.CATEGORY_WANTED);
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
