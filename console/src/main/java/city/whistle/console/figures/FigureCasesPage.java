package city.whistle.console.figures;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The cases behind a figure.
 *
 * @param which last part of the figure's message's key
 * @param back path of the figures
 * @param category name of the category; null for all
 * @param next path of the next page; null on the last
 * @param downloads of the list's files
 */
public record FigureCasesPage(
    String which,
    String back,
    String unitName,
    String category,
    List<Row> rows,
    String next,
    Downloads downloads)
    implements Page {

  /**
   * A case.
   *
   * @param path null where the person may not see it
   * @param settleBy null where its clock stands, and when it is over
   */
  public record Row(
      String number,
      String title,
      String owner,
      String state,
      String path,
      OffsetDateTime settleBy) {}
}
