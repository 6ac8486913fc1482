package city.whistle.workers.whistle;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a coordination meeting was about.
 *
 * @param present codes of the units that came
 * @param dissent null where nobody dissented
 * @param heldAt when it was written down
 */
public record MeetingMinutes(
    List<String> present,
    String agreed,
    String dissent,
    OffsetDateTime heldAt,
    List<Action> actions) {

  /**
   * What a unit has to do.
   *
   * @param unit its code; null where the blower does it
   * @param due as the form gave it; null for none
   * @param result {@code done}, {@code partly} or {@code unable}; null where nobody followed it
   */
  public record Action(String what, String unit, String due, String result) {}
}
