package city.whistle.console.ranking;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The form by which a unit asks.
 *
 * @param kind {@code exclusions} or {@code appeals}
 * @param grounds that can be named
 */
public record AskPage(
    String kind,
    String ticket,
    String number,
    String ground,
    String evidence,
    List<RequestsPage.Ground> grounds,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
