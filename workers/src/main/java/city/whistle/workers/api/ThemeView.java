package city.whistle.workers.api;

import city.whistle.workers.theme.MonthRequests;
import city.whistle.workers.theme.Proposal;
import city.whistle.workers.theme.Theme;
import city.whistle.workers.theme.ThemeKind;
import city.whistle.workers.theme.ThemeViews.Brief;
import city.whistle.workers.theme.ThemeViews.View;
import city.whistle.workers.theme.ThemeWork;
import city.whistle.workers.theme.ThemeWork.Member;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A month's theme; what doesn't apply is left out.
 *
 * @param state {@code choosing}, {@code working}, or its outcome
 * @param proposals left out in lists, as are {@code requests}
 * @param requests of each problem's category, each month from a year before to a year after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThemeView(
    String month,
    String state,
    String name,
    OffsetDateTime begunAt,
    OffsetDateTime chooseUntil,
    String chooseNote,
    OffsetDateTime chosenAt,
    OffsetDateTime workUntil,
    String reviewNote,
    OffsetDateTime closedAt,
    List<ProblemView> problems,
    List<UnitView> units,
    List<TaskView> tasks,
    List<ResultView> results,
    List<ProposalView> proposals,
    List<RequestsView> requests) {

  static ThemeView brief(Brief brief) {
    return of(brief.theme(), brief.work(), Map.of(), null, null);
  }

  static ThemeView of(View view) {
    return of(
        view.theme(),
        view.work(),
        view.successors(),
        view.proposals().stream().map(ProposalView::of).toList(),
        view.requests().stream().map(RequestsView::of).toList());
  }

  private static ThemeView of(
      Theme theme,
      ThemeWork work,
      Map<String, String> successors,
      List<ProposalView> proposals,
      List<RequestsView> requests) {
    return new ThemeView(
        theme.month().toString(),
        theme.state(),
        theme.name(),
        theme.begunAt(),
        theme.chooseUntil(),
        theme.chooseNote(),
        theme.chosenAt(),
        theme.workUntil(),
        theme.reviewNote(),
        theme.closedAt(),
        work.problems().stream().map(ProblemView::of).toList(),
        work.units().stream().map(unit -> UnitView.of(unit, successors)).toList(),
        work.tasks().stream().map(TaskView::of).toList(),
        work.results().stream()
            .map(result -> new ResultView(result.kind(), result.name(), result.unitCode()))
            .toList(),
        proposals,
        requests);
  }

  private static String name(ThemeKind kind) {
    return kind == null ? null : kind.wireName();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemView(String what, String categoryCode, String categoryName, String kind) {

    static ProblemView of(ThemeWork.ProblemTaken problem) {
      return new ProblemView(
          problem.what(), problem.categoryCode(), problem.categoryName(), name(problem.kind()));
    }
  }

  /**
   * A unit that works on it.
   *
   * @param successor who took over from one that is no more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnitView(
      String code, String name, boolean leads, OffsetDateTime doneAt, String successor) {

    static UnitView of(Member unit, Map<String, String> successors) {
      return new UnitView(
          unit.code(),
          unit.name(),
          unit.leads(),
          unit.doneAt(),
          Optional.ofNullable(successors.get(unit.code()))
              .filter(name -> !name.isEmpty())
              .orElse(null));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TaskView(
      String what, String unitCode, int target, String measure, LocalDate due, Integer reached) {

    static TaskView of(ThemeWork.Task task) {
      return new TaskView(
          task.what(), task.unitCode(), task.target(), task.measure(), task.due(), task.reached());
    }
  }

  /**
   * @param kind {@code policy} or {@code site}
   */
  record ResultView(String kind, String name, String unitCode) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalView(
      String categoryCode,
      String categoryName,
      String kind,
      int requests,
      Double earlier,
      Double growth,
      Double season,
      int answered,
      Double unsettled,
      int streets,
      int cells,
      List<PlaceView> places,
      String hint) {

    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          proposal.categoryCode(),
          proposal.categoryName(),
          name(proposal.kind()),
          proposal.requests(),
          proposal.earlier(),
          proposal.growth(),
          proposal.season(),
          proposal.answered(),
          proposal.unsettled(),
          proposal.streets(),
          proposal.cells(),
          proposal.places().stream()
              .map(place -> new PlaceView(place.code(), place.name(), place.requests()))
              .toList(),
          proposal.hint());
    }
  }

  record PlaceView(String code, String name, int requests) {}

  /**
   * @param counts in the order of the problems
   * @param partial whether the month isn't over yet
   */
  record RequestsView(String month, List<Integer> counts, boolean partial) {

    static RequestsView of(MonthRequests requests) {
      return new RequestsView(requests.month().toString(), requests.counts(), requests.partial());
    }
  }
}
