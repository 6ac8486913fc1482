package city.whistle.workers.theme;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a chosen theme takes up, who works on it, and how far that is.
 *
 * @param units the one that leads first
 */
public record ThemeWork(
    List<ProblemTaken> problems, List<Member> units, List<Task> tasks, List<Result> results) {

  /** Which unit leads; a chosen theme has one. */
  public Member lead() {
    return units.stream().filter(Member::leads).findFirst().orElseThrow();
  }

  List<Task> tasksOf(String unit) {
    return tasks.stream().filter(task -> task.unitCode().equals(unit)).toList();
  }

  /**
   * A problem of the theme.
   *
   * @param kind as it was proposed; null where people named a category that was not
   */
  public record ProblemTaken(
      int position, String what, String categoryCode, String categoryName, ThemeKind kind) {}

  /**
   * A unit that works on it, as it was chosen.
   *
   * @param doneAt when it said that it had done its part; null before
   */
  public record Member(String code, String name, boolean leads, OffsetDateTime doneAt) {}

  /**
   * A task of a unit.
   *
   * @param target the number to reach by the end of {@code due}
   * @param measure what is counted
   * @param reached as the unit last said; null before it did
   */
  public record Task(
      int position,
      String unitCode,
      String what,
      int target,
      String measure,
      LocalDate due,
      Integer reached) {

    public boolean isReached() {
      return reached != null && reached >= target;
    }
  }

  /**
   * What a unit has to show for it.
   *
   * @param kind {@code policy} or {@code site}
   */
  public record Result(String unitCode, String kind, String name) {}
}
