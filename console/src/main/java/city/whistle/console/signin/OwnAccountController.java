package city.whistle.console.signin;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.PasswordChange;
import city.whistle.console.account.Passwords;
import city.whistle.console.account.Person;
import city.whistle.console.account.Sessions;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.unit.Units;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: what one may do, the password, where one is signed in. */
@Controller
class OwnAccountController {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordChange change;
  private final Sessions sessions;
  private final Units units;

  OwnAccountController(
      Accounts accounts,
      Passwords passwords,
      PasswordChange change,
      Sessions sessions,
      Units units) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.change = change;
    this.sessions = sessions;
    this.units = units;
  }

  @GetMapping("/account")
  @Allowed(Right.OWN_ACCOUNT)
  Answer show(Person person, HttpServletRequest request) {
    return page(person, request, Problems.none());
  }

  /** Whoever is signed in elsewhere with the former password is out. */
  @PostMapping("/account/password")
  @Allowed(Right.OWN_ACCOUNT)
  Answer change(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Person person,
      HttpServletRequest request) {
    Problems problems = PasswordForm.problems(passwords, person.id(), password, again);
    if (problems.isEmpty()) {
      switch (change.change(person.id(), current, password)) {
        case CHANGED -> sessions.end(person.id(), sessionId(request));
        case WRONG -> problems.add("current", "account.password.wrong");
        case LOCKED -> problems.add("current", "signIn.locked");
        case BUSY -> problems.add("current", "signIn.busy");
      }
    }
    return problems.isEmpty()
        ? Redirect.to("/account").saying("account.password.changed")
        : page(person, request, problems);
  }

  @PostMapping("/account/sessions/end")
  @Allowed(Right.OWN_ACCOUNT)
  Answer signOutElsewhere(Person person, HttpServletRequest request) {
    sessions.end(person.id(), sessionId(request));
    return Redirect.to("/account").saying("account.sessions.ended");
  }

  private static String sessionId(HttpServletRequest request) {
    return request.getSession().getId();
  }

  private OwnAccountPage page(Person person, HttpServletRequest request, Problems problems) {
    String here = sessionId(request);
    return new OwnAccountPage(
        person.id(),
        person.name(),
        person.roles().stream().map(this::held).toList(),
        sessions.of(person.id()).stream()
            .map(
                one ->
                    new OwnAccountPage.Session(one.since(), one.lastUsed(), one.id().equals(here)))
            .toList(),
        change.hasPassword(person.id()),
        problems);
  }

  private OwnAccountPage.Held held(HeldRole held) {
    return new OwnAccountPage.Held(
        held.role().wireName(),
        held.unitCode() == null ? null : units.name(held.unitCode()),
        held.isOwn() ? null : accounts.nameOf(held.lender()),
        held.to());
  }
}
