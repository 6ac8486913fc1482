package city.whistle.console.ranking;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.assessment.view.MoreViews;
import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A month's figures, its whistles, and the cases behind a number, as files. */
@Controller
class RankingFilesController {

  private static final String MONTH = "/ranking/{month:[0-9-]+}";
  private static final int AT_ONCE = 500;
  private static final int ROWS_MAX = 10_000;

  private final Figures figures;
  private final RankingPages pages;
  private final BesidePages beside;
  private final MoreViews more;
  private final Numbers numbers;
  private final CityTime time;

  RankingFilesController(
      Figures figures,
      RankingPages pages,
      BesidePages beside,
      MoreViews more,
      Numbers numbers,
      CityTime time) {
    this.figures = figures;
    this.pages = pages;
    this.beside = beside;
    this.more = more;
    this.numbers = numbers;
    this.time = time;
  }

  @GetMapping({MONTH + ".csv", MONTH + ".xlsx"})
  @Allowed(Right.RANKING)
  void ranking(
      @PathVariable String month,
      @RequestParam(defaultValue = RankingController.USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String version,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RankingPage page = pages.of(person, figures.require(person, month, version).version(), group);
    Texts t = Languages.texts(person, request, time.now());
    String name = "ranking-%s-%s-v%d".formatted(month, group, page.version().version());
    try (Sheet sheet = Sheet.download(request, response, name)) {
      RankingSheet.write(sheet, t, page);
    }
  }

  @GetMapping({MONTH + "/whistles.csv", MONTH + "/whistles.xlsx"})
  @Allowed(Right.RANKING)
  void whistles(
      @PathVariable String month,
      @RequestParam(defaultValue = "") String version,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Figures.Shown shown = figures.require(person, month, version);
    WhistleFiguresPage page =
        beside.whistles(more.whistles(shown.caller(), shown.version()), figures.opened(person));
    Texts t = Languages.texts(person, request, time.now());
    String name = "whistles-%s-v%d".formatted(month, page.version().version());
    try (Sheet sheet = Sheet.download(request, response, name)) {
      RankingSheet.write(sheet, t, page);
    }
  }

  @GetMapping({MONTH + "/cases.csv", MONTH + "/cases.xlsx"})
  @Allowed(Right.RANKING)
  void cases(
      @PathVariable String month,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = RankingController.USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "valid") String figure,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Numbers.Asked asked = numbers.asked(person, month, version, group, unit, figure, "");
    Numbers.Found found = numbers.page(person, asked, AT_ONCE);
    Texts t = Languages.texts(person, request, time.now());
    String name = "%s-%s-%s".formatted(asked.figure().wireName(), unit, month);
    try (Sheet sheet = Sheet.download(request, response, name)) {
      RankingSheet.head(sheet, t);
      int written = 0;
      int withheld = 0;
      while (true) {
        for (NumberCasesPage.Row row : found.rows()) {
          RankingSheet.write(sheet, t, row);
        }
        written += AT_ONCE;
        withheld += found.withheld();
        if (found.last() == null || written >= ROWS_MAX) {
          break;
        }
        asked =
            new Numbers.Asked(
                asked.version(), asked.group(), asked.unit(), asked.figure(), found.last());
        found = numbers.page(person, asked, AT_ONCE);
      }
      if (withheld > 0) {
        sheet.row(t.say("ranking.withheld", withheld));
      }
      if (found.last() != null) {
        sheet.row(t.say("list.cutOff.here"));
      }
    }
  }
}
