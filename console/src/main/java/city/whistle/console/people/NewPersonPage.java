package city.whistle.console.people;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The form for a new person.
 *
 * @param roles wire names of all roles
 */
public record NewPersonPage(
    String id, String name, String role, String unit, List<String> roles, Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
