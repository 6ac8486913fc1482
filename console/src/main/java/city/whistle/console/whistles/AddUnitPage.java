package city.whistle.console.whistles;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Having one unit more summoned.
 *
 * @param words by which units are looked for; empty before
 * @param unitCode the chosen one; empty for none
 * @param over whether nobody is summoned any more
 */
public record AddUnitPage(
    String number,
    String reason,
    String words,
    String unitCode,
    List<Choice> choices,
    boolean over,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * A unit.
   *
   * @param above name of the district above it; empty for none
   */
  public record Choice(String code, String name, String above) {}
}
