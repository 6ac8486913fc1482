package city.whistle.console.themes;

import city.whistle.console.themes.ThemePage.ProblemRow;
import city.whistle.console.themes.ThemePage.ProposalRow;
import city.whistle.console.themes.ThemePage.ResultRow;
import city.whistle.console.themes.ThemePage.TaskRow;
import city.whistle.console.themes.ThemePage.UnitRow;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.theme.Proposal;
import city.whistle.workers.theme.Theme;
import city.whistle.workers.theme.ThemeViews.Brief;
import city.whistle.workers.theme.ThemeViews.View;
import city.whistle.workers.theme.ThemeWork;
import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.theme.ThemeWork.ProblemTaken;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes rows of what the registry knows of themes. */
@Component
class ThemeRows {

  private static final String MATTER = "M";

  private final CityTime time;

  ThemeRows(CityTime time) {
    this.time = time;
  }

  ThemesPage.Row row(Brief brief) {
    Theme theme = brief.theme();
    ThemeWork work = brief.work();
    return new ThemesPage.Row(
        theme.month().toString(),
        theme.state(),
        theme.name(),
        work.problems().stream().map(ProblemTaken::what).toList(),
        theme.isChosen() ? work.lead().name() : null,
        work.tasks().stream().filter(ThemeWork.Task::isReached).count(),
        work.tasks().size());
  }

  ThemePage page(View view) {
    Theme theme = view.theme();
    ThemeWork work = view.work();
    return new ThemePage(
        theme.month().toString(),
        theme.state(),
        theme.name(),
        theme.chooseNote(),
        theme.reviewNote(),
        theme.chooseUntil(),
        theme.workUntil(),
        work.problems().stream().map(ThemeRows::problem).toList(),
        work.units().stream().map(unit -> unit(unit, view)).toList(),
        work.results().stream().map(result -> result(result, work)).toList(),
        view.proposals().stream().map(ThemeRows::proposal).toList(),
        view.requests().isEmpty()
            ? null
            : Chart.of(
                theme.month(),
                work.problems().stream().map(ProblemTaken::categoryName).toList(),
                view.requests()));
  }

  private static ProblemRow problem(ProblemTaken problem) {
    return new ProblemRow(
        problem.what(),
        problem.categoryName(),
        problem.kind() == null ? null : problem.kind().wireName());
  }

  private UnitRow unit(Member unit, View view) {
    LocalDate today = time.today();
    return new UnitRow(
        unit.name(),
        unit.leads(),
        view.successors().get(unit.code()),
        unit.doneAt(),
        view.work().tasks().stream()
            .filter(task -> task.unitCode().equals(unit.code()))
            .map(
                task ->
                    new TaskRow(
                        task.what(),
                        task.target(),
                        task.measure(),
                        task.due(),
                        task.reached(),
                        !task.isReached() && task.due().isBefore(today)))
            .toList());
  }

  private static ResultRow result(ThemeWork.Result result, ThemeWork work) {
    return new ResultRow(
        result.kind(),
        result.name(),
        work.units().stream()
            .filter(unit -> unit.code().equals(result.unitCode()))
            .map(Member::name)
            .findFirst()
            .orElse(result.unitCode()));
  }

  private static ProposalRow proposal(Proposal proposal) {
    return new ProposalRow(
        proposal.categoryName(),
        proposal.kind().wireName(),
        proposal.requests(),
        proposal.growth() == null
            ? null
            : String.format(Locale.ROOT, "%+.0f", proposal.growth() * 100),
        proposal.unsettled() == null
            ? null
            : String.format(Locale.ROOT, "%.1f", proposal.unsettled() * 100),
        proposal.answered(),
        proposal.streets(),
        proposal.places().stream().map(place -> place.name() + " " + place.requests()).toList(),
        proposal.hint(),
        path(proposal.hint()));
  }

  /** Null for none. */
  private static String path(String hint) {
    if (hint == null) {
      return null;
    }
    return hint.startsWith(MATTER)
        ? "/matters/" + hint
        : "/themes/" + hint.substring(0, hint.indexOf('/'));
  }
}
