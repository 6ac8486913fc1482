package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.ranking.Figures.Shown;
import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.AssessmentViews.RowInGroup;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the page of a unit's course. */
@Component
class CoursePages {

  private static final int MONTHS = 12;

  private final Figures figures;
  private final RankingPages pages;
  private final AssessmentViews views;
  private final Access access;

  CoursePages(Figures figures, RankingPages pages, AssessmentViews views, Access access) {
    this.figures = figures;
    this.pages = pages;
    this.views = views;
    this.access = access;
  }

  /**
   * @param group in which the unit is looked at; empty for the one that it is in
   * @throws NoSuchPage where nothing of the unit is to be seen in these months
   */
  CoursePage of(Person person, YearMonth last, String group, String unit) {
    List<CoursePage.Month> months = new ArrayList<>();
    Assessment newest = null;
    RowInGroup first = null;
    for (int back = 0; back < MONTHS; back++) {
      Optional<Shown> shown = figures.version(person, last.minusMonths(back), null);
      Optional<RowInGroup> found = shown.flatMap(one -> row(person, one.version(), group, unit));
      if (found.isPresent()) {
        Assessment version = shown.orElseThrow().version();
        months.add(month(version, found.get()));
        first = first == null ? found.get() : first;
        newest = newest == null ? version : newest;
      }
    }
    if (first == null) {
      throw new NoSuchPage();
    }
    return new CoursePage(
        first.row().name(),
        newest.month().toString(),
        pages.row(person, newest, first.group(), unit).orElse(null),
        months,
        path(newest, first.group()));
  }

  private static CoursePage.Month month(Assessment version, RowInGroup found) {
    return new CoursePage.Month(
        version.month().toString(),
        version.state().wireName(),
        UnitRow.of(found.row(), List.of(), null, null),
        path(version, found.group()));
  }

  private static String path(Assessment version, String group) {
    return "/ranking/%s?group=%s".formatted(version.month(), group);
  }

  private Optional<RowInGroup> row(Person person, Assessment version, String group, String unit) {
    for (Caller caller : access.readers(person)) {
      Optional<RowInGroup> found = views.row(caller, version, group, unit);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
