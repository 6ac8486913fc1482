package city.whistle.console.whistles;

import java.time.Duration;
import java.util.List;

/**
 * What will become of a whistle, foretold.
 *
 * @param approval {@code before} or {@code after} the units are called; {@code away} where the
 *     engine doesn't answer
 * @param signWithin null where the engine doesn't answer, as are the next two
 * @param escalateTo who hears of it where a unit doesn't come: {@code district} or {@code city}
 * @param centre whether the joint enforcement centre is called as a whole
 * @param noOwnList whether that is by the list of all sub-districts, since the township has none
 * @param units names of all that will be called
 * @param besides of the centre, the sub-district's own team, and whom it lacks at this hour
 */
public record Outlook(
    String approval,
    Duration signWithin,
    Duration arriveWithin,
    String escalateTo,
    boolean centre,
    boolean noOwnList,
    List<String> units,
    List<Besides> besides) {

  static final String AWAY = "away";

  static Outlook away(List<String> units) {
    return new Outlook(AWAY, null, null, null, false, false, units, List.of());
  }

  /** The same where the same is foretold. */
  public String token() {
    return String.join(
        "|", approval, String.valueOf(signWithin), String.valueOf(arriveWithin), "" + units);
  }

  /**
   * One of the centre that isn't called.
   *
   * @param why last part of its message's key
   */
  public record Besides(String why, String name) {}
}
