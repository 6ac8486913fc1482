package city.whistle.console.ranking;

import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.WhistleFigure;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.Behind;
import city.whistle.workers.assessment.view.VersionView;
import city.whistle.workers.organisation.UnitHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a number down to its cases. */
@Component
class Numbers {

  private final Figures figures;
  private final AssessmentViews views;
  private final Behind behind;
  private final UnitHistory units;

  Numbers(Figures figures, AssessmentViews views, Behind behind, UnitHistory units) {
    this.figures = figures;
    this.views = views;
    this.behind = behind;
    this.units = units;
  }

  /**
   * Which number.
   *
   * @param after id of the last case of the page before; empty for the first
   */
  record Asked(Assessment version, String group, String unit, Figure figure, String after) {

    Asked after(String last) {
      return new Asked(version, group, unit, figure, last);
    }

    String path(String page, String from) {
      return "/ranking/%s/%s?group=%s&version=%d&unit=%s&figure=%s%s"
          .formatted(
              version.month(),
              page,
              group,
              version.version(),
              unit,
              figure.wireName(),
              from.isEmpty() ? "" : "&after=" + from);
    }
  }

  /**
   * @throws NoSuchPage where there is no such number, or it is another's
   */
  Asked asked(
      Person person,
      String month,
      String version,
      String group,
      String unit,
      String figure,
      String after) {
    Figures.Shown shown = figures.require(person, month, version);
    Figure known = Figure.of(figure).orElseThrow(NoSuchPage::new);
    if (!views.hasGroup(shown.version(), group) || !unit.matches("[0-9a-z-]{1,40}")) {
      throw new NoSuchPage();
    }
    return new Asked(
        shown.version(), group, unit, known, after.matches("[0-9a-f-]{36}") ? after : "");
  }

  /** A page of the cases. */
  Found page(Person person, Asked asked, int max) {
    Caller caller = figures.opener(person, asked.unit()).orElseThrow(NoSuchPage::new);
    Behind.Page page =
        behind.page(
            caller,
            asked.version(),
            asked.group(),
            asked.unit(),
            asked.figure(),
            null,
            asked.after().isEmpty() ? null : UUID.fromString(asked.after()),
            max);
    TreeSet<String> codes = new TreeSet<>(List.of(asked.unit()));
    page.cases().forEach(one -> codes.add(one.unit()));
    Map<String, String> names = units.names(codes);
    List<NumberCasesPage.Row> rows = new ArrayList<>();
    page.cases().forEach(one -> rows.add(row(one, names)));
    return new Found(
        names.getOrDefault(asked.unit(), asked.unit()),
        rows,
        page.withheld(),
        page.last() == null ? null : page.last().toString());
  }

  /**
   * A page of the whistles behind a number.
   *
   * @throws NoSuchPage where there is no such number, or it is another's
   */
  NumberWhistlesPage whistles(
      Person person,
      String month,
      String version,
      String unit,
      String figure,
      String after,
      int max) {
    Figures.Shown shown = figures.require(person, month, version);
    WhistleFigure known = WhistleFigure.of(figure).orElseThrow(NoSuchPage::new);
    Caller caller = figures.opener(person, unit).orElseThrow(NoSuchPage::new);
    Behind.WhistlePage page =
        behind.whistles(
            caller,
            shown.version(),
            unit,
            known,
            after.matches("[0-9A-Za-z-]{1,40}") ? after : null,
            max);
    TreeSet<String> codes = new TreeSet<>(List.of(unit));
    page.whistles().forEach(one -> codes.add(one.streetCode()));
    Map<String, String> names = units.names(codes);
    return new NumberWhistlesPage(
        Version.of(VersionView.of(shown.version())),
        figure,
        names.getOrDefault(unit, unit),
        page.whistles().stream()
            .map(
                one ->
                    new NumberWhistlesPage.Row(
                        one.number(),
                        one.kind(),
                        names.getOrDefault(one.streetCode(), one.streetCode()),
                        one.blownAt(),
                        one.endedAt()))
            .toList(),
        page.last() == null
            ? null
            : "/ranking/%s/whistles/behind?version=%d&unit=%s&figure=%s&after=%s"
                .formatted(month, shown.version().version(), unit, figure, page.last()));
  }

  private static NumberCasesPage.Row row(CaseBehind one, Map<String, String> names) {
    return new NumberCasesPage.Row(
        one.number(),
        one.title(),
        names.getOrDefault(one.unit(), one.unit()),
        one.at(),
        one.contacted(),
        one.settled(),
        one.satisfied(),
        one.leftOut());
  }

  /**
   * @param last where the next page goes on; null on the last
   */
  record Found(String unit, List<NumberCasesPage.Row> rows, int withheld, String last) {}
}
