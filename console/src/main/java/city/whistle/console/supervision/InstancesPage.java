package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Running instances of a version of a process.
 *
 * @param id last part of the process's message's key
 * @param name as the model calls it
 * @param back path of the process
 * @param step id of the element that they stand at; null for any
 * @param stepName null where there is none
 * @param hindered whether only those are listed that can't go on
 * @param hidden how many of this page the person may not know of
 * @param next path of the next page; null on the last
 * @param acts what the person may do to many of them; empty for nothing
 * @param notes keys of sentences that say what isn't offered here, and why
 */
public record InstancesPage(
    String id,
    String name,
    int version,
    String back,
    String step,
    String stepName,
    boolean hindered,
    List<Row> rows,
    int hidden,
    String next,
    List<String> acts,
    List<String> notes)
    implements Page {

  /**
   * @param number of its case; null where it is of none
   * @param title null where it is of no case
   */
  public record Row(
      long key, String number, String title, OffsetDateTime since, boolean hindered) {}
}
