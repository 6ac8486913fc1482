package city.whistle.console.people;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Accounts.Account;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.PasswordChange;
import city.whistle.console.account.Person;
import city.whistle.console.account.ProviderAccounts;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.people.PersonPage.RoleForm;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Units;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: made, given roles, given a link, disabled. */
@Controller
class PersonController {

  private final Accounts accounts;
  private final PersonDesk desk;
  private final ProviderAccounts bound;
  private final PasswordChange passwords;
  private final RoleReader roles;
  private final Units units;
  private final CityTime time;
  private final MadeLinks made;

  PersonController(
      Accounts accounts,
      PersonDesk desk,
      ProviderAccounts bound,
      PasswordChange passwords,
      RoleReader roles,
      Units units,
      CityTime time,
      MadeLinks made) {
    this.accounts = accounts;
    this.desk = desk;
    this.bound = bound;
    this.passwords = passwords;
    this.roles = roles;
    this.units = units;
    this.time = time;
    this.made = made;
  }

  @GetMapping("/accounts/new")
  @Allowed(Right.ACCOUNTS)
  Answer form() {
    return new NewPersonPage("", "", "", "", PeopleController.roles(), Problems.none());
  }

  @PostMapping("/accounts/new")
  @Allowed(Right.ACCOUNTS)
  Answer create(
      @RequestParam String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String unit,
      Person admin,
      HttpServletRequest request) {
    Problems problems = Problems.none();
    if (!id.strip().matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      problems.add("id", "person.id.wrong");
    } else if (accounts.account(id.strip()).isPresent()) {
      problems.add("id", "person.id.taken");
    }
    if (name.isBlank() || name.length() > 60) {
      problems.add("name", "person.name.wrong");
    }
    Optional<HeldRole> first = roles.read(new RoleForm(role, unit, "", ""), problems);
    if (problems.isEmpty() && !desk.create(admin, id.strip(), name.strip())) {
      problems.add("id", "person.id.taken");
    }
    if (!problems.isEmpty()) {
      return new NewPersonPage(id, name, role, unit, PeopleController.roles(), problems);
    }
    first.ifPresent(held -> desk.give(admin, id.strip(), held));
    made.keep(request, id.strip(), desk.link(admin, id.strip()));
    return Redirect.to("/accounts/" + id.strip());
  }

  @GetMapping("/accounts/{id}")
  @Allowed(Right.ACCOUNTS)
  Answer show(@PathVariable String id, HttpServletRequest request) {
    return page(account(id), made.of(request, id).orElse(null), RoleForm.EMPTY, Problems.none());
  }

  @PostMapping("/accounts/{id}/roles")
  @Allowed(Right.ACCOUNTS)
  Answer give(@PathVariable String id, RoleForm form, Person admin) {
    Account account = account(id);
    Problems problems = Problems.none();
    Optional<HeldRole> held = roles.read(form, problems);
    if (held.isEmpty()) {
      return page(account, null, form, problems);
    }
    desk.give(admin, id, held.get());
    return Redirect.to("/accounts/" + id).saying("person.role.given");
  }

  @PostMapping("/accounts/{id}/roles/{role}/end")
  @Allowed(Right.ACCOUNTS)
  Answer end(@PathVariable String id, @PathVariable UUID role, Person admin) {
    return desk.end(admin, account(id).id(), role)
        ? Redirect.to("/accounts/" + id).saying("person.role.ended")
        : Redirect.to("/accounts/" + id).saying("person.notYourRole");
  }

  /** The page that it leads to shows the link. */
  @PostMapping("/accounts/{id}/link")
  @Allowed(Right.ACCOUNTS)
  Redirect makeLink(@PathVariable String id, Person admin, HttpServletRequest request) {
    if (!account(id).disabled()) {
      made.keep(request, id, desk.link(admin, id));
    }
    return Redirect.to("/accounts/" + id);
  }

  @PostMapping("/accounts/{id}/disable")
  @Allowed(Right.ACCOUNTS)
  Answer disable(@PathVariable String id, Person admin) {
    return desk.disable(admin, account(id).id())
        ? Redirect.to("/accounts/" + id).saying("person.nowDisabled")
        : Redirect.to("/accounts/" + id).saying("person.notYourself");
  }

  @PostMapping("/accounts/{id}/enable")
  @Allowed(Right.ACCOUNTS)
  Answer enable(@PathVariable String id, Person admin) {
    desk.enable(admin, account(id).id());
    return Redirect.to("/accounts/" + id).saying("person.nowEnabled");
  }

  @PostMapping("/accounts/{id}/release")
  @Allowed(Right.ACCOUNTS)
  Answer release(@PathVariable String id, Person admin) {
    desk.release(admin, account(id).id());
    return Redirect.to("/accounts/" + id).saying("person.released");
  }

  private Account account(String id) {
    return accounts.account(id).orElseThrow(NoSuchPage::new);
  }

  private PersonPage page(Account account, String link, RoleForm form, Problems problems) {
    List<PersonPage.Held> held = account.roles().stream().map(this::held).toList();
    return new PersonPage(
        account.id(),
        account.name(),
        PeopleController.state(account),
        bound.isBound(account.id()),
        passwords.lock(account.id()).orElse(null),
        held,
        link,
        form,
        PeopleController.roles(),
        problems);
  }

  private PersonPage.Held held(HeldRole role) {
    String unit = role.unitCode() == null ? null : units.name(role.unitCode());
    return new PersonPage.Held(
        role.id().toString(),
        role.role().wireName(),
        unit,
        role.from(),
        role.to(),
        role.to() != null && role.to().isBefore(time.today()));
  }
}
