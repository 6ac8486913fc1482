package city.whistle.workers.theme;

import city.whistle.workers.dispatch.UnitChoices.Choice;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Variable {@code theme}: how far a month's theme is.
 *
 * @param id subject of its timeline; null where none begins, as is all but {@code month}, {@code
 *     due} and {@code reason}
 * @param month {@code 2026-04}
 * @param due whether there is one to choose
 * @param reason why there is none: {@code early}, {@code over}, {@code begun}, {@code chosen},
 *     {@code closed} or {@code nothing}
 * @param choosers the candidate group that chooses and reviews
 * @param chooseBy when it should have chosen
 * @param chooseUntil after that nobody chooses any more
 * @param workUntil after that the theme is reviewed
 * @param name null until it is chosen; then {@code proposals} is empty
 * @param units who works on it
 * @param tasks what was to be reached, and what was, for the review
 */
record ThemeVariable(
    UUID id,
    String month,
    boolean due,
    String reason,
    String choosers,
    OffsetDateTime chooseBy,
    OffsetDateTime chooseUntil,
    OffsetDateTime workUntil,
    List<Proposed> proposals,
    String name,
    List<String> problems,
    String leadName,
    List<UnitWork> units,
    List<TaskLine> tasks) {

  static ThemeVariable none(String month, String reason) {
    return new ThemeVariable(
        null, month, false, reason, null, null, null, null, List.of(), null, List.of(), null,
        List.of(), List.of());
  }

  static ThemeVariable proposed(
      Theme theme, String choosers, OffsetDateTime chooseBy, List<Proposal> proposals) {
    return new ThemeVariable(
        theme.id(),
        theme.month().toString(),
        true,
        null,
        choosers,
        chooseBy,
        theme.chooseUntil(),
        theme.workUntil(),
        proposals.stream().map(Proposed::of).toList(),
        null,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  ThemeVariable chosen(String newName, ThemeWork work, List<UnitWork> newUnits) {
    return new ThemeVariable(
        id,
        month,
        due,
        reason,
        choosers,
        chooseBy,
        chooseUntil,
        workUntil,
        List.of(),
        newName,
        work.problems().stream().map(ThemeWork.ProblemTaken::what).toList(),
        work.lead().name(),
        newUnits,
        work.tasks().stream().map(task -> TaskLine.of(task, work)).toList());
  }

  /**
   * A proposal, as form selects and the form's text want it.
   *
   * @param growth in percent; null where nothing is known of earlier years
   * @param unsettled in percent of answered callbacks; null without any
   * @param hint null where the figures alone speak for it
   */
  record Proposed(
      String value,
      String label,
      String kind,
      int requests,
      Integer growth,
      Integer unsettled,
      int streets,
      String hint) {

    static Proposed of(Proposal proposal) {
      return new Proposed(
          proposal.categoryCode(),
          proposal.categoryName(),
          proposal.kind().wireName(),
          proposal.requests(),
          percent(proposal.growth()),
          percent(proposal.unsettled()),
          proposal.streets(),
          proposal.hint());
    }

    private static Integer percent(Double share) {
      return share == null ? null : Math.toIntExact(Math.round(share * 100));
    }
  }

  /** A task with its unit's name. */
  record TaskLine(String unitName, String what, int target, String measure, Integer reached) {

    static TaskLine of(ThemeWork.Task task, ThemeWork work) {
      String unit =
          work.units().stream()
              .filter(member -> member.code().equals(task.unitCode()))
              .map(ThemeWork.Member::name)
              .findFirst()
              .orElse(task.unitCode());
      return new TaskLine(unit, task.what(), task.target(), task.measure(), task.reached());
    }
  }

  /**
   * A unit's part, variable {@code themeUnit} of its own steps.
   *
   * @param code as it was chosen; {@code group} and {@code name} are those of the unit that took
   *     over where it is no more
   * @param due the next day by which it is to have reached something, or the end of the work
   */
  record UnitWork(
      String code, String name, String group, OffsetDateTime due, List<UnitTask> tasks) {}

  /** A task, as the unit's form lists it. */
  record UnitTask(int id, String what, int target, String measure, String due, Integer reached) {}

  /** What the choosing step needs: the proposals, and who and what can be chosen. */
  record Output(ThemeVariable theme, List<Choice> unitChoices, List<Category> categoryChoices) {}

  /** A category to choose. */
  record Category(String value, String label) {}
}
