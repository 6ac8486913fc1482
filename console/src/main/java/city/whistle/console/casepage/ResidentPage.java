package city.whistle.console.casepage;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A part of a resident's data, shown once, or why it isn't; gone with the page.
 *
 * @param number of the case
 * @param part wire name of what was asked for
 * @param texts what there is of it; empty where there is nothing, or it isn't shown
 * @param dial the telephone number in it; null for none
 * @param shielded whether what tells who the resident is was taken out
 * @param refusal in the registry's words; null where it is shown, or {@code problem} says why not
 * @param problem null where nothing is wrong
 * @param parts wire names of what can be asked for
 */
public record ResidentPage(
    String number,
    String title,
    String part,
    List<String> texts,
    String dial,
    boolean shielded,
    boolean shown,
    String refusal,
    Message problem,
    List<String> parts)
    implements Page {

  @Override
  public HttpStatus status() {
    if (refusal != null) {
      return HttpStatus.FORBIDDEN;
    }
    return problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
