package city.whistle.console.organisation;

import city.whistle.console.layout.Page;
import java.util.List;

/**
 * A file that was brought, and what came of it.
 *
 * @param kind last part of its message's key, as is {@code state}
 * @param done rows written so far of {@code total}; 0 of 0 where none are
 * @param counts null until it was looked at
 * @param mistakes the first of them
 * @param changes the first of them
 */
public record FilePage(
    String path,
    String kind,
    String state,
    int done,
    int total,
    Counts counts,
    List<Wrong> mistakes,
    List<Change> changes)
    implements Page {

  /** How many rows there are of each kind, and how many mistakes. */
  public record Counts(int rows, int added, int changed, int same, int wrong) {}

  /**
   * A mistake.
   *
   * @param column empty for the whole line
   * @param kind last part of its message's key
   * @param meant the same of what is meant; null where {@code detail} says it
   */
  public record Wrong(int line, String column, String kind, String detail, String meant) {}

  /**
   * A row that is new or becomes another.
   *
   * @param was empty for a new row
   */
  public record Change(int line, String key, String was, String becomes) {}
}
