package city.whistle.workers.api;

import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.AskedForStore.Tally;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.Behind;
import city.whistle.workers.assessment.view.GroupView;
import city.whistle.workers.assessment.view.MoreViews;
import city.whistle.workers.assessment.view.TradeView;
import city.whistle.workers.assessment.view.VersionChanges;
import city.whistle.workers.assessment.view.WhistleView;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a month's figures, and opens each of them down to its cases. */
@RestController
@RequestMapping("/api/assessments/{month}")
class AssessmentController {

  private static final String USUAL_GROUP = "district";
  private static final String FIGURE_WANTED =
      "must be one of "
          + Arrays.stream(Figure.values()).map(Figure::wireName).collect(Collectors.joining(", "));

  private final AssessmentViews views;
  private final MoreViews more;
  private final Behind behind;
  private final AskedForStore requests;

  AssessmentController(
      AssessmentViews views, MoreViews more, Behind behind, AskedForStore requests) {
    this.views = views;
    this.more = more;
    this.behind = behind;
    this.requests = requests;
  }

  @GetMapping
  @Needs(Scope.READ)
  GroupView show(
      @PathVariable String month,
      @RequestParam(required = false) String group,
      @RequestParam(required = false) String version,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Assessment one = version(client, month, version);
    return views
        .show(client.caller(), one, group == null ? USUAL_GROUP : group)
        .orElseThrow(AssessmentController::noGroup);
  }

  /** The cases behind a number of a unit. */
  @GetMapping("/cases")
  @Needs(Scope.READ)
  FigureCases cases(
      @PathVariable String month,
      @RequestParam(required = false) String group,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String figure,
      @RequestParam(required = false) String category,
      @RequestParam(required = false) String version,
      @RequestParam(required = false) String cursor,
      @RequestParam(required = false) String limit,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    QueryFields query = new QueryFields();
    UUID after =
        query.read("cursor", cursor, AssessmentController::id, "must be a cursor that a page gave");
    int max = query.limit(limit);
    Figure which = query.read("figure", required(figure), Figure::of, FIGURE_WANTED);
    String whose =
        query.read("unit", required(unit), AssessmentController::code, "must be a unit's code");
    String below = query.categoryOrAbove("category", category);
    query.throwIfWrong();
    Assessment one = version(client, month, version);
    String among = group == null ? USUAL_GROUP : group;
    if (!views.hasGroup(one, among)) {
      throw noGroup();
    }
    return FigureCases.of(
        behind.page(client.caller(), one, among, whose, which, below, after, max));
  }

  @GetMapping("/trades/{unit}")
  @Needs(Scope.READ)
  TradeView trade(
      @PathVariable String month,
      @PathVariable String unit,
      @RequestParam(required = false) String version,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.trade(client.caller(), version(client, month, version), unit)
        .orElseThrow(() -> new NotFound("no department of this code answers for a trade"));
  }

  @GetMapping("/whistles")
  @Needs(Scope.READ)
  WhistleView whistles(
      @PathVariable String month,
      @RequestParam(required = false) String version,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.whistles(client.caller(), version(client, month, version));
  }

  @GetMapping("/versions")
  @Needs(Scope.READ)
  List<VersionChanges> versions(
      @PathVariable String month, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.versions(client.caller(), month(month));
  }

  /** How often each unit asked for exclusions and appealed, and what became of it. */
  @GetMapping("/requests")
  @Needs(Scope.READ)
  List<Tally> requests(@PathVariable String month) {
    return requests.tallies(month(month));
  }

  private static NotFound noGroup() {
    return new NotFound("the figures of this month have no such group");
  }

  private Assessment version(ApiClient client, String month, String version) {
    QueryFields query = new QueryFields();
    Integer number =
        query.read("version", version, AssessmentController::number, "must be a version's number");
    query.throwIfWrong();
    return views
        .version(client.caller(), month(month), number)
        .orElseThrow(() -> new NotFound("no such figures of this month are published"));
  }

  private static YearMonth month(String text) {
    QueryFields query = new QueryFields();
    YearMonth month = query.month("month", text);
    query.throwIfWrong();
    return month;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> code(String text) {
    return Optional.of(text).filter(code -> !code.isBlank());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is left out reads as nothing, which fits no value. */
  private static String required(String text) {
    return text == null ? "" : text;
  }
}
