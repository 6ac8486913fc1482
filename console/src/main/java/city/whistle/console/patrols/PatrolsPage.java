package city.whistle.console.patrols;

import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Patrols that the person may know of, the last walked first.
 *
 * @param reports whether he may report one
 * @param lane id of the chosen lane; null for all
 * @param laneName null likewise
 * @param chips to narrow the list by
 * @param next path of the next page; null on the last
 */
public record PatrolsPage(
    boolean reports, String lane, String laneName, List<Chip> chips, List<Row> rows, String next)
    implements Page {

  /**
   * A way to narrow the list.
   *
   * @param name last part of its message's key; empty for all
   */
  public record Chip(String name, String path, boolean chosen) {}

  /**
   * A patrol.
   *
   * @param disorder null where nothing was found
   */
  public record Row(
      String number,
      String lane,
      OffsetDateTime at,
      String disorder,
      String disorderEn,
      String what,
      String place,
      String state) {}
}
