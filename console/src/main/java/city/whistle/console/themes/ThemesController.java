package city.whistle.console.themes;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.themes.ThemesPage.Sent;
import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.theme.PastYears;
import city.whistle.workers.theme.ThemeStarts;
import city.whistle.workers.theme.ThemeViews;
import city.whistle.workers.theme.ThemeViews.Brief;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists months' themes, shows one, and begins one; what is chosen and done are tasks. */
@Controller
class ThemesController {

  private static final int ROWS = 24;
  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  private final ThemeViews themes;
  private final ThemeStarts starts;
  private final PastYears years;
  private final ThemeRows rows;
  private final Access access;
  private final ActionLog actions;

  ThemesController(
      ThemeViews themes,
      ThemeStarts starts,
      PastYears years,
      ThemeRows rows,
      Access access,
      ActionLog actions) {
    this.themes = themes;
    this.starts = starts;
    this.years = years;
    this.rows = rows;
    this.access = access;
    this.actions = actions;
  }

  @GetMapping("/themes")
  @Allowed(Right.THEMES)
  @Menu(47)
  Answer list(@RequestParam(defaultValue = "") String before, Person person) {
    return page(before, person, new Sent("", ""), Problems.none());
  }

  @GetMapping("/themes/{month}")
  @Allowed(Right.THEMES)
  Answer show(@PathVariable String month) {
    return WrittenMonth.read(month)
        .flatMap(themes::find)
        .map(rows::page)
        .orElseThrow(NoSuchPage::new);
  }

  @PostMapping("/themes")
  @Allowed(Right.BEGIN_THEME)
  Answer begin(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    Problems problems = Problems.none();
    String why = reason.strip();
    if (why.length() < REASON_MIN || why.length() > REASON_MAX || !StorableText.holds(why)) {
      problems.add("reason", "intervene.reason.wrong", REASON_MIN, REASON_MAX);
    } else {
      starts
          .begin(month)
          .map(no -> "themes.refused." + no)
          .ifPresent(sentence -> problems.add("month", sentence));
    }
    if (!problems.isEmpty()) {
      return page("", person, new Sent(month, why), problems);
    }
    actions.done(person.id(), new Deed("beginTheme", null, null, month), why);
    return Redirect.to("/themes").saying("themes.begun", month);
  }

  private ThemesPage page(String before, Person person, Sent sent, Problems problems) {
    List<Brief> found = themes.list(WrittenMonth.read(before).orElse(null), null, ROWS + 1);
    boolean more = found.size() > ROWS;
    return new ThemesPage(
        found.stream().limit(ROWS).map(rows::row).toList(),
        more ? "/themes?before=" + found.get(ROWS - 1).theme().month() : null,
        years.list().stream().map(ThemesController::year).toList(),
        access.may(person, Right.BEGIN_THEME)
            ? starts.months().stream().map(YearMonth::toString).toList()
            : null,
        sent,
        problems);
  }

  private static ThemesPage.Year year(PastYears.PastYear past) {
    return new ThemesPage.Year(
        past.year(),
        past.problems(),
        past.tasks(),
        past.policies(),
        past.named(),
        past.remark(),
        past.remarkEnglish(),
        past.source());
  }
}
