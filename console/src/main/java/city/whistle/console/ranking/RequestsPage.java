package city.whistle.console.ranking;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What units asked of a month: exclusions, or appeals.
 *
 * @param kind {@code exclusions} or {@code appeals}
 * @param months to choose from
 * @param state to which the list is narrowed; empty for all
 * @param until until when may be asked; null where the month's end says so, or it isn't known yet
 * @param early whether nothing may be asked yet
 * @param over whether nothing may be asked any more
 * @param asks whether the person may ask
 * @param next path of the next page; null on the last
 */
public record RequestsPage(
    String kind,
    String month,
    List<String> months,
    String state,
    OffsetDateTime until,
    boolean early,
    boolean over,
    List<Row> rows,
    List<Tally> tallies,
    boolean asks,
    String next,
    Downloads downloads)
    implements Page {

  /** What a request can have become, as last parts of messages' keys. */
  public static final List<String> STATES = List.of("asked", "granted", "refused", "refusedByRule");

  /** Of which the list can be. */
  public List<String> states() {
    return STATES;
  }

  /**
   * A request; null for what there isn't.
   *
   * @param number of its case, {@code path} of its page; null where the person may not see it
   * @param evidence without what tells who the resident is
   */
  public record Row(
      OffsetDateTime askedAt,
      String unit,
      String number,
      String path,
      Ground ground,
      String evidence,
      String state,
      String reason,
      String decidedBy,
      OffsetDateTime decidedAt) {}

  /** A ground in both languages. */
  public record Ground(String code, String name, String nameEn) {

    public String name(boolean chinese) {
      return chinese ? name : nameEn;
    }
  }

  /** How often a unit asked, and what became of it. */
  public record Tally(
      String unit, long asked, long open, long granted, long refused, long refusedByRule) {}
}
