package city.whistle.console.callback;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The call-back desk.
 *
 * @param waiting how many calls wait for somebody
 * @param call null where the person has none
 * @param number null where it isn't shown
 * @param refusal of the engine or the registry, in its words; null for none
 */
public record CallbackPage(
    long waiting, Call call, Number number, CallForm form, String refusal, Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() && refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * A call to make.
   *
   * @param owner null where there is none
   * @param attempt from 1
   */
  public record Call(
      String path,
      String number,
      String title,
      String category,
      String owner,
      int attempt,
      int attempts) {}

  /**
   * Whom to call, gone with the page.
   *
   * @param dial null where none can be recognised
   * @param said as the caller said it; null where there is none
   * @param name null where there is none
   * @param replies what the unit told the resident; empty where it didn't yet
   */
  public record Number(String dial, String said, String name, List<String> replies) {

    /** Shows nothing of its content. */
    @Override
    public String toString() {
      return "Number[]";
    }
  }
}
