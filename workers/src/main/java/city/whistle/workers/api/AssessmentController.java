package city.whistle.workers.api;

import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.count.FigureCheck;
import city.whistle.workers.assessment.policy.Policy.CountedAnswer;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.assessment.request.AskedForStore.Tally;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.WhistleFigure;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.Behind;
import city.whistle.workers.assessment.view.GroupView;
import city.whistle.workers.assessment.view.MoreViews;
import city.whistle.workers.assessment.view.TradeView;
import city.whistle.workers.assessment.view.VersionChanges;
import city.whistle.workers.assessment.view.WhistleView;
import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.unit.Units;
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
  private final FigureCheck check;
  private final AskedForStore requests;
  private final Units units;
  private final Categories categories;

  AssessmentController(
      AssessmentViews views,
      MoreViews more,
      Behind behind,
      FigureCheck check,
      AskedForStore requests,
      Units units,
      Categories categories) {
    this.units = units;
    this.categories = categories;
    this.views = views;
    this.more = more;
    this.behind = behind;
    this.check = check;
    this.requests = requests;
  }

  @GetMapping
  @Needs(Scope.READ)
  GroupView show(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    String group = group(query);
    Assessment one = version(client, month, query);
    return views.show(client.caller(), one, group).orElseThrow(AssessmentController::noGroup);
  }

  /** The cases behind a number of a unit. */
  @GetMapping("/cases")
  @Needs(Scope.READ)
  FigureCases cases(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    UUID after = query.cursor(AssessmentController::id);
    int max = query.limit();
    Figure which = query.required("figure", Figure::of, FIGURE_WANTED);
    String whose =
        query.required(
            "unit", code -> Optional.of(code).filter(units::isKnown), QueryFields.UNIT_WANTED);
    String below = query.code("category", categories::isKnown, QueryFields.CATEGORY_WANTED);
    String among = group(query);
    Assessment one = version(client, month, query);
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
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.trade(client.caller(), version(client, month, query), unit)
        .orElseThrow(() -> new NotFound("no department of this code answers for a trade"));
  }

  @GetMapping("/whistles")
  @Needs(Scope.READ)
  WhistleView whistles(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.whistles(client.caller(), version(client, month, query));
  }

  /** The whistles behind a number of a unit. */
  @GetMapping("/whistles/behind")
  @Needs(Scope.READ)
  FigureWhistles whistlesBehind(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    String after = query.cursor(AssessmentController::whistleNumber);
    int max = query.limit();
    WhistleFigure which = query.required("figure", WhistleFigure::of, FigureWhistles.FIGURE_WANTED);
    String whose =
        query.required(
            "unit", code -> Optional.of(code).filter(units::isKnown), QueryFields.UNIT_WANTED);
    Assessment one = version(client, month, query);
    return FigureWhistles.of(behind.whistles(client.caller(), one, whose, which, after, max));
  }

  @GetMapping("/versions")
  @Needs(Scope.READ)
  List<VersionChanges> versions(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return more.versions(client.caller(), month(month, query));
  }

  /** Counts again what a version keeps, and says where it differs; changes nothing. */
  @GetMapping("/check")
  @Needs(Scope.SUPERVISE)
  FigureCheck.Outcome check(
      @PathVariable String month,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Assessment one = version(client, month, query);
    return check.of(one.window(views.policyOf(one).countedAnswer() == CountedAnswer.LAST));
  }

  /** How often each unit asked for exclusions and appealed, and what became of it. */
  @GetMapping("/requests")
  @Needs(Scope.READ)
  List<Tally> requests(@PathVariable String month, QueryFields query) {
    return requests.tallies(month(month, query));
  }

  private static NotFound noGroup() {
    return new NotFound("the figures of this month have no such group");
  }

  private static String group(QueryFields query) {
    String group = query.read("group", Optional::of, StorableText.WANTED);
    return group == null ? USUAL_GROUP : group;
  }

  /** The last that is read of a query. */
  private Assessment version(ApiClient client, String month, QueryFields query) {
    Integer number =
        query.read("version", AssessmentController::number, "must be a version's number");
    YearMonth of = month(month, query);
    return views
        .version(client.caller(), of, number)
        .orElseThrow(() -> new NotFound("no such figures of this month are published"));
  }

  private static YearMonth month(String text, QueryFields query) {
    YearMonth month = query.check("month", text, WrittenMonth::read, QueryFields.MONTH_WANTED);
    query.throwIfWrong();
    return month;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> whistleNumber(String text) {
    return Optional.of(text).filter(number -> number.matches("[0-9A-Za-z-]{1,40}"));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
