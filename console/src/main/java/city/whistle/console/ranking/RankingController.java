package city.whistle.console.ranking;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.MoreViews;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A month's figures of all units, and what lies beside them. */
@Controller
class RankingController {

  static final String USUAL_GROUP = "street";

  private final Figures figures;
  private final RankingPages pages;
  private final CoursePages courses;
  private final BesidePages beside;
  private final AssessmentViews views;
  private final MoreViews more;

  RankingController(
      Figures figures,
      RankingPages pages,
      CoursePages courses,
      BesidePages beside,
      AssessmentViews views,
      MoreViews more) {
    this.figures = figures;
    this.pages = pages;
    this.courses = courses;
    this.beside = beside;
    this.views = views;
    this.more = more;
  }

  /** The latest month that the person may see. */
  @GetMapping("/ranking")
  @Allowed(Right.RANKING)
  @Menu(32)
  Answer latest(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = USUAL_GROUP) String group,
      Person person) {
    List<Run> months = figures.months(person);
    if (months.isEmpty()) {
      return new NoRankingPage();
    }
    return show(
        month.isEmpty() ? months.get(0).month().toString() : month, group, "", "", 0, person);
  }

  /**
   * @param wanted part of the names that are looked for
   * @param part of a long list, from 1; 0 for its first and last units
   */
  @GetMapping("/ranking/{month:[0-9-]+}")
  @Allowed(Right.RANKING)
  Answer show(
      @PathVariable String month,
      @RequestParam(defaultValue = USUAL_GROUP) String group,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(name = "q", defaultValue = "") String wanted,
      @RequestParam(defaultValue = "0") int part,
      Person person) {
    return pages.of(
        person, figures.require(person, month, version).version(), group, wanted.strip(), part);
  }

  /** A unit's course over the twelve months up to the latest that the person may see. */
  @GetMapping("/ranking/units/{unit}")
  @Allowed(Right.RANKING)
  Answer latestCourse(
      @PathVariable String unit, @RequestParam(defaultValue = "") String group, Person person) {
    Run newest = figures.months(person).stream().findFirst().orElseThrow(NoSuchPage::new);
    return courses.of(person, newest.month(), group, unit);
  }

  /** A unit's course over twelve months. */
  @GetMapping("/ranking/{month:[0-9-]+}/units/{unit}")
  @Allowed(Right.RANKING)
  Answer course(
      @PathVariable String month,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String group,
      Person person) {
    return courses.of(person, Figures.month(month), group, unit);
  }

  /** Whistles: who blew them, and who answered. */
  @GetMapping("/ranking/{month:[0-9-]+}/whistles")
  @Allowed(Right.RANKING)
  Answer whistles(
      @PathVariable String month, @RequestParam(defaultValue = "") String version, Person person) {
    Figures.Shown shown = figures.require(person, month, version);
    return beside.whistles(more.whistles(shown.caller(), shown.version()), figures.opened(person));
  }

  /** A department's trade by who had the cases. */
  @GetMapping("/ranking/{month:[0-9-]+}/trades/{unit}")
  @Allowed(Right.RANKING)
  Answer trade(
      @PathVariable String month,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String version,
      Person person) {
    Figures.Shown shown = figures.require(person, month, version);
    return more.trade(shown.caller(), shown.version(), unit)
        .map(beside::trade)
        .orElseThrow(NoSuchPage::new);
  }

  /** All versions that the person may see, each with what it changed. */
  @GetMapping("/ranking/{month:[0-9-]+}/versions")
  @Allowed(Right.RANKING)
  Answer versions(@PathVariable String month, Person person) {
    Figures.Shown shown = figures.require(person, month, "");
    return beside.versions(
        month,
        more.versions(shown.caller(), shown.version().month()),
        views.policyOf(shown.version()));
  }
}
