package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.console.supervision.ActionPage.Option;
import city.whistle.console.supervision.PlanPage.Select;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One action on many cases or instances: before it, what exactly will be done; after it was
 * started, what became of each.
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
 * @param plan what instances are to become; null where it is of cases
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
    Plan plan,
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
   * @param path of its case or instance
   * @param title of its case; its number or key where it has none, or none that the person may know
   * @param number its case's number; the instance's key where it is of no case
   * @param step empty for none
   * @param kind of its incident; empty for none
   * @param state last part of its message's key
   * @param answer why it wasn't done: last part of a message's key, or somebody's words
   */
  public record Row(
      String path,
      String title,
      String number,
      String step,
      String kind,
      String state,
      String answer) {}

  /**
   * A sentence of what it will do.
   *
   * @param count of how many instances it is true
   */
  public record Said(Message sentence, int count) {}

  /**
   * What instances of one version that stand at one step are to become.
   *
   * @param process last part of its message's key
   * @param name of the process as the model calls it
   * @param step where they stand
   * @param path where what is chosen is sent
   * @param selects what is chosen; empty where it can't be, or no more
   * @param chosen whether it was
   * @param preview what it will do
   * @param seal of what is shown; null until it was chosen
   * @param now how many are so at this moment; null until it has ended
   * @param there path of the list of those who are so
   */
  public record Plan(
      String process,
      String name,
      int version,
      Message step,
      String path,
      List<Select> selects,
      boolean chosen,
      List<Said> preview,
      String seal,
      Message now,
      String there) {}
}
