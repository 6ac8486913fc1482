package city.whistle.console.organisation;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The lists, and the files that were brought last.
 *
 * @param kinds last parts of their messages' keys
 */
public record OrganisationPage(List<String> kinds, List<Brought> brought, Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** A file that was brought. */
  public record Brought(String path, String kind, String who, String state, OffsetDateTime at) {}
}
