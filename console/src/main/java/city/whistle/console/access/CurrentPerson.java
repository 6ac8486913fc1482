package city.whistle.console.access;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, read anew at each request: a role that has ended counts no more at once. */
@Component
public class CurrentPerson {

  private static final String ATTRIBUTE = CurrentPerson.class.getName();

  private final Accounts accounts;

  CurrentPerson(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Empty where nobody is signed in, or he may no more. */
  @SuppressWarnings("unchecked")
  public Optional<Person> in(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known == null) {
      known = name().flatMap(accounts::find);
      request.setAttribute(ATTRIBUTE, known);
    }
    return (Optional<Person>) known;
  }

  private static Optional<String> name() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null || authentication instanceof AnonymousAuthenticationToken
        ? Optional.empty()
        : Optional.of(authentication.getName());
  }
}
