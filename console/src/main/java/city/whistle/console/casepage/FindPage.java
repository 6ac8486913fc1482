package city.whistle.console.casepage;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Finding a case, and those of the person's units.
 *
 * @param number that was looked for; empty where nothing was
 * @param missing whether there is none of that number that the person may know of
 * @param downloads null where there is nothing to take away
 * @param next path of the next page; null on the last
 */
public record FindPage(
    String number, boolean missing, List<Row> cases, String next, Downloads downloads)
    implements Page {

  /**
   * A case.
   *
   * @param state last part of its message's key
   * @param settleBy null until dispatched
   */
  public record Row(
      String number,
      String title,
      String state,
      String owner,
      OffsetDateTime receivedAt,
      OffsetDateTime settleBy) {}
}
