package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Downloads;
import city.whistle.workers.assessment.view.VersionView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases, or whistles, behind a number of a month. */
@Controller
class NumberCasesController {

  private static final int PAGE = 50;

  private final Numbers numbers;
  private final Access access;

  NumberCasesController(Numbers numbers, Access access) {
    this.numbers = numbers;
    this.access = access;
  }

  @GetMapping("/ranking/{month:[0-9-]+}/cases")
  @Allowed(Right.RANKING)
  Answer cases(
      @PathVariable String month,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = RankingController.USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "valid") String figure,
      @RequestParam(defaultValue = "") String after,
      Person person) {
    Numbers.Asked asked = numbers.asked(person, month, version, group, unit, figure, after);
    Numbers.Found found = numbers.page(person, asked, PAGE);
    return new NumberCasesPage(
        Version.of(VersionView.of(asked.version())),
        asked.figure().wireName(),
        found.unit(),
        "/ranking/%s?group=%s&version=%d".formatted(month, group, asked.version().version()),
        found.rows(),
        found.withheld(),
        access.may(person, Right.ASK),
        found.last() == null ? null : asked.path("cases", found.last()),
        Downloads.of(asked.path("cases", "")));
  }

  @GetMapping("/ranking/{month:[0-9-]+}/whistles/behind")
  @Allowed(Right.RANKING)
  Answer whistles(
      @PathVariable String month,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String figure,
      @RequestParam(defaultValue = "") String after,
      Person person) {
    return numbers.whistles(person, month, version, unit, figure, after, PAGE);
  }
}
