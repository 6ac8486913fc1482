package city.whistle.console.matters;

import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Bursts, open ones first.
 *
 * @param cutOff whether there may be more
 */
public record MattersPage(List<Row> rows, boolean cutOff) implements Page {

  /**
   * A burst.
   *
   * @param state last part of its message's key
   * @param cases how many belong to it by now
   * @param whistle number of the whistle that was blown; null for none
   */
  public record Row(
      String number,
      String state,
      String category,
      String place,
      OffsetDateTime since,
      int seen,
      double expected,
      int cases,
      String whistle) {}

  /**
   * A case of it.
   *
   * @param state last part of its message's key
   */
  public record CaseLink(String number, String title, String state, OffsetDateTime receivedAt) {}
}
