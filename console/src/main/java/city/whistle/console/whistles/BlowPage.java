package city.whistle.console.whistles;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.StreetChoice;
import city.whistle.console.whistles.AddUnitPage.Choice;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The form of a whistle, with whom it will call.
 *
 * @param streets in whose names the person whistles; never empty
 * @param chosen units that are chosen
 * @param found units that the words find besides
 * @param outlook null where kind or units aren't chosen yet
 */
public record BlowPage(
    Fields form,
    List<StreetChoice.Street> streets,
    List<String> kinds,
    List<Choice> chosen,
    List<Choice> found,
    Outlook outlook,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** What is filled in. */
  public record Fields(
      String ticket,
      String street,
      String kind,
      boolean crossDistrict,
      String place,
      String reason,
      String words) {}
}
