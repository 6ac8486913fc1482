package city.whistle.console.ranking;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.MoreViews;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A month's figures, its whistles, a trade, its versions, and the cases behind a number, as files.
 */
@Controller
class RankingFilesController {

  private static final String MONTH = "/ranking/{month:[0-9-]+}";
  private static final int AT_ONCE = 500;
  private static final int PARTS_MAX = 20;

  private final Figures figures;
  private final RankingPages pages;
  private final BesidePages beside;
  private final AssessmentViews views;
  private final MoreViews more;
  private final Numbers numbers;

  RankingFilesController(
      Figures figures,
      RankingPages pages,
      BesidePages beside,
      AssessmentViews views,
      MoreViews more,
      Numbers numbers) {
    this.figures = figures;
    this.pages = pages;
    this.beside = beside;
    this.views = views;
    this.more = more;
    this.numbers = numbers;
  }

  @GetMapping({MONTH + ".csv", MONTH + ".xlsx"})
  @Allowed(Right.RANKING)
  Answer ranking(
      @PathVariable String month,
      @RequestParam(defaultValue = RankingController.USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String version,
      Person person) {
    RankingPage page = pages.of(person, figures.require(person, month, version).version(), group);
    return new ListFile(
        "ranking-%s-%s-v%d".formatted(month, group, page.version().version()),
        (sheet, t) -> RankingSheet.write(sheet, t, page));
  }

  @GetMapping({MONTH + "/whistles.csv", MONTH + "/whistles.xlsx"})
  @Allowed(Right.RANKING)
  Answer whistles(
      @PathVariable String month, @RequestParam(defaultValue = "") String version, Person person) {
    Figures.Shown shown = figures.require(person, month, version);
    WhistleFiguresPage page =
        beside.whistles(more.whistles(shown.caller(), shown.version()), figures.opened(person));
    return new ListFile(
        "whistles-%s-v%d".formatted(month, page.version().version()),
        (sheet, t) -> RankingSheet.write(sheet, t, page));
  }

  @GetMapping({MONTH + "/trades/{unit}.csv", MONTH + "/trades/{unit}.xlsx"})
  @Allowed(Right.RANKING)
  Answer trade(
      @PathVariable String month,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String version,
      Person person) {
    Figures.Shown shown = figures.require(person, month, version);
    TradePage page =
        more.trade(shown.caller(), shown.version(), unit)
            .map(beside::trade)
            .orElseThrow(NoSuchPage::new);
    return new ListFile(
        "trade-%s-%s-v%d".formatted(unit, month, page.version().version()),
        (sheet, t) -> BesideSheet.write(sheet, t, page));
  }

  @GetMapping({MONTH + "/versions.csv", MONTH + "/versions.xlsx"})
  @Allowed(Right.RANKING)
  Answer versions(@PathVariable String month, Person person) {
    Figures.Shown shown = figures.require(person, month, "");
    VersionsPage page =
        beside.versions(
            month,
            more.versions(shown.caller(), shown.version().month()),
            views.policyOf(shown.version()));
    return new ListFile("versions-" + month, (sheet, t) -> BesideSheet.write(sheet, t, page));
  }

  @GetMapping({MONTH + "/cases.csv", MONTH + "/cases.xlsx"})
  @Allowed(Right.RANKING)
  Answer cases(
      @PathVariable String month,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = RankingController.USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "valid") String figure,
      Person person) {
    Numbers.Asked asked = numbers.asked(person, month, version, group, unit, figure, "");
    AtomicInteger withheld = new AtomicInteger();
    return ListFile.of(
            "%s-%s-%s".formatted(asked.figure().wireName(), unit, month),
            RankingSheet.CASES_HEAD,
            part(person, asked, withheld::addAndGet),
            PARTS_MAX,
            RankingSheet::write)
        .then((sheet, t) -> RankingSheet.withheld(sheet, t, withheld.get()));
  }

  /**
   * @param withheld is told of each part how many the person may not know of
   */
  private ListPart<NumberCasesPage.Row> part(
      Person person, Numbers.Asked asked, IntConsumer withheld) {
    Numbers.Found found = numbers.page(person, asked, AT_ONCE);
    withheld.accept(found.withheld());
    return new ListPart<>(
        found.rows(),
        found.last() == null ? null : () -> part(person, asked.after(found.last()), withheld));
  }
}
