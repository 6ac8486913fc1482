package city.whistle.console.lanes;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.StreetChoice;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lanes that the person sees.
 *
 * @param street code of the chosen sub-district; empty for all, as are {@code laneClass} and {@code
 *     rhythm}
 * @param rhythm {@code due}, {@code missed}, or empty
 * @param streets to choose from; empty where there is nothing to choose
 * @param next path of the next page; null on the last
 */
public record LanesPage(
    String street,
    String laneClass,
    String rhythm,
    List<StreetChoice> streets,
    List<Row> rows,
    String next)
    implements Page {

  /**
   * A lane.
   *
   * @param holds whether it has its class still
   * @param score of the last quarter; null where none was scored
   * @param chief null where it has none today
   * @param due names of what is to be done by now, as is {@code missed}; none twice
   */
  public record Row(
      String id,
      String name,
      String street,
      String laneClass,
      boolean holds,
      BigDecimal score,
      String chief,
      List<Rhythm> due,
      List<Rhythm> missed) {}

  /**
   * Something that is done in turns.
   *
   * @param times how many turns of it
   */
  public record Rhythm(String name, String nameEn, long times) {}
}
