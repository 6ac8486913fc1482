package city.whistle.console.signin;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import org.springframework.http.HttpStatus;

/**
 * The form by which a one-time link's person chooses a password.
 *
 * @param personId null where the link is used or too old
 */
public record PasswordPage(String personId, String token, Problems problems) implements Page {

  @Override
  public HttpStatus status() {
    if (personId == null) {
      return HttpStatus.GONE;
    }
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
