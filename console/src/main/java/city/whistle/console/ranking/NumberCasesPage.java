package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The cases behind a number of a month.
 *
 * @param figure last part of its messages' keys
 * @param unit its name
 * @param withheld how many cases of the page the person may not know of
 * @param asks whether he may ask for a case's exclusion, or appeal
 * @param next path of the next page; null on the last
 */
public record NumberCasesPage(
    Version version,
    String figure,
    String unit,
    String back,
    List<Row> rows,
    int withheld,
    boolean asks,
    String next,
    Downloads downloads)
    implements Page {

  /**
   * A case; null for what it doesn't have.
   *
   * @param owner who had it, as a name
   * @param settled last part of its message's key, {@code satisfied} likewise
   * @param leftOut why its answer doesn't count, as a code
   */
  public record Row(
      String number,
      String title,
      String owner,
      OffsetDateTime at,
      Boolean contacted,
      String settled,
      String satisfied,
      String leftOut) {}
}
