package city.whistle.console.ranking;

import city.whistle.console.account.Person;
import city.whistle.console.layout.Downloads;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.result.GroupResult.ListEntry;
import city.whistle.workers.assessment.result.GroupTally;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.ChangeView;
import city.whistle.workers.assessment.view.GroupView;
import city.whistle.workers.assessment.view.RowView;
import city.whistle.workers.organisation.UnitHistory;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of a group's figures. */
@Component
class RankingPages {

  private static final List<String> LISTS =
      List.of("advanced", "progress", "rectify", "governance");

  private final Figures figures;
  private final AssessmentViews views;
  private final AssessmentRuns runs;
  private final UnitHistory units;

  RankingPages(Figures figures, AssessmentViews views, AssessmentRuns runs, UnitHistory units) {
    this.figures = figures;
    this.views = views;
    this.runs = runs;
    this.units = units;
  }

  /** With all units of the group. */
  RankingPage of(Person person, Assessment version, String group) {
    return of(person, version, group, "", 0);
  }

  /** A unit's figures; empty where it is none of the group. */
  Optional<UnitRow> row(Person person, Assessment version, String group, String unit) {
    GroupView view = figures.group(person, version, group);
    return view.rows().stream()
        .filter(row -> row.unit().equals(unit))
        .findFirst()
        .map(row -> row(view, row, figures.opened(person), names(view)));
  }

  /**
   * @param wanted part of the names that are looked for; empty for none
   * @param part which part of a long list; 0 for its ends
   */
  RankingPage of(Person person, Assessment version, String group, String wanted, int part) {
    GroupView view = figures.group(person, version, group);
    Policy policy = views.policyOf(version);
    List<String> opened = figures.opened(person);
    Map<String, String> names = names(view);
    String path = "/ranking/" + version.month();
    List<UnitRow> rows = view.rows().stream().map(row -> row(view, row, opened, names)).toList();
    return new RankingPage(
        Version.of(view.version()),
        figures.months(person).stream().map(Run::month).map(YearMonth::toString).toList(),
        groups(policy, group),
        "%d : %d : %d"
            .formatted(
                view.weights().contacted(), view.weights().settled(), view.weights().satisfied()),
        runs.of(version.month()).map(Run::appealUntil).orElse(null),
        view.pooled() == null ? null : UnitRow.of(view.pooled(), List.of(), null, null),
        view.meanOfScores(),
        view.moreThanChance(),
        rows,
        Excerpt.of(RankingPage.counted(rows), opened, wanted, part),
        lists(view.lists(), names),
        policy.bands().stream()
            .map(band -> new RankingPage.Band(band.name(), band.from()))
            .toList(),
        path,
        Downloads.of(query(path, version, group)));
  }

  private static String query(String path, Assessment version, String group) {
    return UriComponentsBuilder.fromPath(path)
        .queryParam("group", group)
        .queryParam("version", version.version())
        .encode()
        .build()
        .toUriString();
  }

  private static UnitRow row(
      GroupView view, RowView row, List<String> opened, Map<String, String> names) {
    String month = "/ranking/" + view.version().month();
    boolean opens = opened == null || opened.contains(row.unit());
    String cases =
        "%s/cases?group=%s&version=%d&unit=%s&figure="
            .formatted(month, view.group(), view.version().version(), row.unit());
    ChangeView change = row.sinceYearBegan();
    return UnitRow.of(
        row,
        change == null
            ? List.of()
            : change.including().stream().map(code -> names.getOrDefault(code, code)).toList(),
        opens ? cases : null,
        view.group().equals(GroupTally.TRADE)
            ? month + "/trades/" + row.unit() + "?version=" + view.version().version()
            : null);
  }

  private Map<String, String> names(GroupView view) {
    TreeSet<String> codes = new TreeSet<>();
    view.lists().forEach(entry -> codes.add(entry.unit()));
    view.rows().stream()
        .map(RowView::sinceYearBegan)
        .flatMap(Stream::ofNullable)
        .forEach(change -> codes.addAll(change.including()));
    return units.names(codes);
  }

  /** All four, also those on which nobody stands. */
  private static List<RankingPage.Listed> lists(
      List<ListEntry> entries, Map<String, String> names) {
    return entries.isEmpty()
        ? List.of()
        : LISTS.stream()
            .map(
                list ->
                    new RankingPage.Listed(
                        list,
                        entries.stream()
                            .filter(entry -> entry.list().equals(list))
                            .map(entry -> listed(entry, names))
                            .toList()))
            .toList();
  }

  private static String listed(ListEntry entry, Map<String, String> names) {
    String name = names.getOrDefault(entry.unit(), entry.unit());
    return entry.categories().isEmpty()
        ? name
        : name + " (" + String.join(", ", entry.categories()) + ")";
  }

  /** All groups of the policy, and the trades. */
  static List<RankingPage.Group> groups(Policy policy, String chosen) {
    return Stream.concat(
            policy.groups().stream()
                .map(
                    group ->
                        new RankingPage.Group(
                            group.code(),
                            group.name(),
                            group.nameEn(),
                            group.code().equals(chosen))),
            Stream.of(
                new RankingPage.Group(
                    GroupTally.TRADE, null, null, GroupTally.TRADE.equals(chosen))))
        .toList();
  }
}
