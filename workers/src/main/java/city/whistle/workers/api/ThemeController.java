package city.whistle.workers.api;

import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.theme.PastYears;
import city.whistle.workers.theme.PastYears.PastYear;
import city.whistle.workers.theme.ThemeViews;
import city.whistle.workers.theme.ThemeViews.Brief;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows months' themes, and what is published of past years'. */
@RestController
class ThemeController {

  private static final String YEAR_WANTED = "must be such as 2026";

  private final ThemeViews themes;
  private final PastYears years;

  ThemeController(ThemeViews themes, PastYears years) {
    this.themes = themes;
    this.years = years;
  }

  /** The latest month first. */
  @GetMapping("/api/themes")
  @Needs(Scope.READ)
  Page list(QueryFields query) {
    YearMonth month = query.read("month", WrittenMonth::read, QueryFields.MONTH_WANTED);
    Integer year = query.read("year", ThemeController::parseYear, YEAR_WANTED);
    YearMonth after = query.cursor(WrittenMonth::read);
    int max = query.limit();
    query.require(month == null || year == null, "year", "goes without month");
    query.throwIfWrong();
    List<Brief> found =
        month == null
            ? themes.list(after, year, max + 1)
            : themes.list(month.plusMonths(1), month.getYear(), 1).stream()
                .filter(brief -> brief.theme().month().equals(month))
                .toList();
    boolean more = found.size() > max;
    return new Page(
        found.stream().limit(max).map(ThemeView::brief).toList(),
        more ? found.get(max - 1).theme().month().toString() : null);
  }

  @GetMapping("/api/themes/years")
  @Needs(Scope.READ)
  List<YearView> years() {
    return years.list().stream().map(YearView::of).toList();
  }

  @GetMapping("/api/themes/{month}")
  @Needs(Scope.READ)
  ThemeView show(@PathVariable String month) {
    return WrittenMonth.read(month)
        .flatMap(themes::find)
        .map(ThemeView::of)
        .orElseThrow(() -> new NotFound("there is no theme of this month"));
  }

  private static Optional<Integer> parseYear(String text) {
    return text.matches("(19|20|21)[0-9]{2}")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /**
   * A page of themes.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ThemeView> items, String cursor) {}

  /**
   * A past year; what is not published is left out.
   *
   * @param problems how many were taken up
   * @param named those of them whose names are known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record YearView(
      int year,
      int problems,
      Integer tasks,
      Integer policies,
      List<String> named,
      String remark,
      String source) {

    static YearView of(PastYear year) {
      return new YearView(
          year.year(),
          year.problems(),
          year.tasks(),
          year.policies(),
          year.named(),
          year.remark(),
          year.source());
    }
  }
}
