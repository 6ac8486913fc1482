package city.whistle.console.signin;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.CurrentPerson;
import city.whistle.console.access.OpenToAll;
import city.whistle.console.access.Right;
import city.whistle.console.account.AccountSettings;
import city.whistle.console.account.OidcSettings;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins. */
@Controller
class SignInController {

  private static final List<String> PROBLEMS =
      List.of(
          "locked",
          "busy",
          "wrong",
          "ended",
          "kept",
          "stale",
          "noAccount",
          "disabled",
          "denied",
          "provider");

  private final CurrentPerson current;
  private final Access access;
  private final AccountSettings settings;

  SignInController(CurrentPerson current, Access access, AccountSettings settings) {
    this.settings = settings;
    this.current = current;
    this.access = access;
  }

  @GetMapping(PageSecurity.SIGN_IN)
  @OpenToAll
  Answer form(@RequestParam Map<String, String> query, HttpServletRequest request) {
    if (current.in(request).isPresent()) {
      return Redirect.to("/");
    }
    return new SignInPage(
        PROBLEMS.stream().filter(query::containsKey).findFirst().orElse(null),
        settings.passwordSignIn(),
        settings.provider().map(OidcSettings::name).orElse(null),
        OidcProvider.START + "/" + OidcProvider.ID);
  }

  /** To the page where one's work is. */
  @GetMapping("/")
  @Allowed(Right.OWN_ACCOUNT)
  Answer home(Person person) {
    if (access.may(person, Right.TASKS)) {
      return Redirect.to("/tasks");
    }
    if (access.may(person, Right.ACCOUNTS)) {
      return Redirect.to("/accounts");
    }
    return Redirect.to(access.may(person, Right.CASES) ? "/cases" : "/account");
  }
}
