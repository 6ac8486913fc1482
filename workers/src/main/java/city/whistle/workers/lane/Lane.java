package city.whistle.workers.lane;

import java.time.LocalDate;
import java.util.List;

/**
 * A lane or street that a chief answers for.
 *
 * @param id short and lasting, such as {@code dazhiqiao}
 * @param streetCode of the sub-district or township in which it lies
 * @param given the class it was given; whether it has that still, its checks say
 * @param lengthMetres null where it isn't known, as is {@code community}
 * @param cells of the public grid that it touches; empty where nobody said
 * @param from the first day on which it is a lane of the register
 * @param to the first on which it is none any more; null without an end
 * @param source where the register has it from
 */
public record Lane(
    String id,
    String name,
    String streetCode,
    LaneClass given,
    Integer lengthMetres,
    String community,
    List<String> cells,
    LocalDate from,
    LocalDate to,
    String source) {

  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
