package city.whistle.app.example;

import java.util.List;
import java.util.Map;

/**
 * One written example: what is complained, who does what, and how it is to end.
 *
 * @param name its file's name without ending
 * @param title in Chinese
 * @param gloss the same in English, to follow "Case ...:"
 * @param theme which of the matters that the reform is about
 * @param intake through which door the complaint comes
 * @param complaint body of {@code POST /api/cases}; null for what is about something else
 * @param earlier a complaint that came before it; null for most
 * @param whistle body of {@code POST /api/whistles}; null for a complaint and a patrol
 * @param lane where a patrol walks; null without one
 * @param patrol body of {@code POST /api/patrols} without lane and person, with {@code photos}, the
 *     moments of which there is one; null for a complaint and a whistle
 * @param monthlyTheme whether it is about the theme of a month: the first that can be begun
 * @param burst many complaints of one matter, which it is about then; null without one
 * @param staff user names, with the candidate group whose tasks each takes
 */
public record Example(
    String name,
    String title,
    String gloss,
    String theme,
    Intake intake,
    Map<String, Object> complaint,
    Map<String, Object> earlier,
    Map<String, Object> whistle,
    ExampleLane lane,
    Map<String, Object> patrol,
    boolean monthlyTheme,
    Burst burst,
    Map<String, String> staff,
    List<Step> steps,
    Expected expected) {

  /** Through which door a complaint comes. */
  public enum Intake {
    /** The hotline posts it to the case API. */
    API,
    /** The hotline starts the process itself and brings the complaint along. */
    PROCESS
  }

  /** Whether somebody has to move the clock to play it. */
  public boolean takesTime() {
    return steps.stream()
        .anyMatch(step -> step instanceof Step.Wait || step instanceof Step.EndMonth);
  }

  /** {@code Case}, {@code Whistle}, {@code Patrol}, {@code Theme} or {@code Burst}. */
  public String what() {
    if (monthlyTheme) {
      return "Theme";
    }
    if (burst != null) {
      return "Burst";
    }
    return patrol != null ? "Patrol" : whistle != null ? "Whistle" : "Case";
  }

  Person person(String user) {
    String group = staff.get(user);
    if (group == null) {
      throw new IllegalArgumentException(
          "Example %s has a step by %s, who is not in its staff.".formatted(name, user));
    }
    return new Person(user, group);
  }
}
