package city.whistle.console.signin;

import city.whistle.console.access.OpenToAll;
import city.whistle.console.account.PasswordChange;
import city.whistle.console.account.PasswordLinks;
import city.whistle.console.account.Passwords;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password by a one-time link. */
@Controller
class PasswordController {

  private final PasswordLinks links;
  private final Passwords passwords;
  private final PasswordChange change;

  PasswordController(PasswordLinks links, Passwords passwords, PasswordChange change) {
    this.links = links;
    this.passwords = passwords;
    this.change = change;
  }

  @GetMapping("/password/{token}")
  @OpenToAll
  Answer form(@PathVariable String token) {
    return new PasswordPage(links.personOf(token).orElse(null), token, Problems.none());
  }

  @PostMapping("/password/{token}")
  @OpenToAll
  Answer choose(
      @PathVariable String token, @RequestParam String password, @RequestParam String again) {
    Optional<String> person = links.personOf(token);
    if (person.isEmpty()) {
      return new PasswordPage(null, token, Problems.none());
    }
    Problems problems = PasswordForm.problems(passwords, person.get(), password, again);
    if (!problems.isEmpty() || !links.use(token)) {
      return new PasswordPage(person.get(), token, problems);
    }
    change.choose(person.get(), password);
    return Redirect.to(PageSecurity.SIGN_IN).saying("password.chosen", person.get());
  }
}
