package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import city.whistle.console.supervision.ActionPage.Option;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One action on many cases: before it, what exactly will be done; after it was started, what became
 * of each.
 *
 * @param action last part of its message's key
 * @param path of this page
 * @param list path of the list that it was chosen from
 * @param max how many may be chosen at once
 * @param cutOff whether the list had more
 * @param started whether it was
 * @param ended whether nothing is pending any more
 * @param expired whether it was not started in time
 * @param pending how many are still to be done
 * @param finished how many aren't pending any more, of those that were to be done
 * @param outcomes how many there are of each outcome, those with none left out
 * @param rows some of the items
 * @param next path of the next rows; null for the last
 * @param people to whom tasks can go, each with how many of them; null where that isn't asked
 * @param to what was chosen of them
 */
public record BulkPage(
    String action,
    String path,
    String list,
    int max,
    boolean cutOff,
    boolean started,
    boolean ended,
    boolean expired,
    int pending,
    int finished,
    List<Outcome> outcomes,
    List<Row> rows,
    String next,
    List<Choice> people,
    String to,
    ActionForm form)
    implements Page {

  @Override
  public HttpStatus status() {
    return form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** Somebody to whom tasks can go, or all their groups. */
  public record Choice(Option who, int tasks) {}

  /**
   * @param state last part of its message's key
   */
  public record Outcome(String state, int count) {}

  /**
   * One item.
   *
   * @param title of its case; empty where the person may not know of it any more
   * @param step empty for none
   * @param kind of its incident; empty for none
   * @param state last part of its message's key
   * @param answer why it wasn't done: last part of a message's key, or somebody's words
   */
  public record Row(
      int n, String number, String title, String step, String kind, String state, String answer) {}
}
