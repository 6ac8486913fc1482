package city.whistle.console.ranking;

import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The whistles behind a number of a month.
 *
 * @param figure last part of its message's key
 * @param unit its name
 * @param next path of the next page; null on the last
 */
public record NumberWhistlesPage(
    Version version, String figure, String unit, List<Row> rows, String next) implements Page {

  /**
   * A whistle.
   *
   * @param street name of who blew it
   * @param endedAt null while it goes on
   */
  public record Row(
      String number, String kind, String street, OffsetDateTime blownAt, OffsetDateTime endedAt) {}
}
