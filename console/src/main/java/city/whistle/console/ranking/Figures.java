package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.AssessmentRights;
import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.view.AssessmentViews;
import city.whistle.workers.assessment.view.GroupView;
import city.whistle.workers.assessment.view.RowView;
import city.whistle.workers.calendar.WrittenMonth;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A month's figures as a person may see them; who acts for several units sees what each does. */
@Component
class Figures {

  /** Three years. */
  private static final int MONTHS_MAX = 36;

  private final Access access;
  private final AssessmentRights rights;
  private final AssessmentRuns runs;
  private final AssessmentViews views;

  Figures(Access access, AssessmentRights rights, AssessmentRuns runs, AssessmentViews views) {
    this.access = access;
    this.rights = rights;
    this.runs = runs;
    this.views = views;
  }

  /** Of which there are figures that the person may see, the latest first. */
  List<Run> months(Person person) {
    return runs.newest(MONTHS_MAX).stream()
        .filter(run -> version(person, run.month(), null).isPresent())
        .toList();
  }

  /**
   * @throws NoSuchPage where that is no month
   */
  static YearMonth month(String text) {
    return WrittenMonth.read(text).orElseThrow(NoSuchPage::new);
  }

  /**
   * @param number of the version; null for what holds
   */
  Optional<Shown> version(Person person, YearMonth month, Integer number) {
    for (Caller caller : access.readers(person)) {
      Optional<Assessment> found = views.version(caller, month, number);
      if (found.isPresent()) {
        return Optional.of(new Shown(caller, found.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * @throws NoSuchPage where the person may see no such figures
   */
  Shown require(Person person, String month, String version) {
    Integer number = version.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(version) : null;
    return version(person, month(month), number).orElseThrow(NoSuchPage::new);
  }

  /**
   * A group's figures; of a draft the rows of all units for which the person acts.
   *
   * @throws NoSuchPage where the version has no such group
   */
  GroupView group(Person person, Assessment version, String group) {
    List<GroupView> seen =
        access.readers(person).stream()
            .flatMap(caller -> views.show(caller, version, group).stream())
            .toList();
    GroupView first = seen.stream().findFirst().orElseThrow(NoSuchPage::new);
    Map<String, RowView> rows = new LinkedHashMap<>();
    seen.forEach(view -> view.rows().forEach(row -> rows.putIfAbsent(row.unit(), row)));
    return new GroupView(
        first.version(),
        first.group(),
        first.publishedAs(),
        first.weights(),
        first.pooled(),
        first.meanOfScores(),
        first.moreThanChance(),
        List.copyOf(rows.values()),
        first.lists());
  }

  /** As whom the person opens the unit's numbers; empty where they are another's. */
  Optional<Caller> opener(Person person, String unit) {
    return access.callers(person).stream()
        .filter(caller -> !caller.isUnit() || rights.own(caller).contains(unit))
        .findFirst();
  }

  /** Codes of the units whose numbers the person opens; null where he opens all. */
  List<String> opened(Person person) {
    List<Caller> callers = access.callers(person);
    return callers.stream().anyMatch(caller -> !caller.isUnit())
        ? null
        : callers.stream().flatMap(caller -> rights.own(caller).stream()).distinct().toList();
  }

  /** A version, and as whom the person sees it. */
  record Shown(Caller caller, Assessment version) {}
}
