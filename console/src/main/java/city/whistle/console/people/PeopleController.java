package city.whistle.console.people;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Accounts.Account;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Menu;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of people. */
@Controller
class PeopleController {

  private static final int PAGE = 50;

  private final Accounts accounts;
  private final Units units;
  private final CityTime time;

  PeopleController(Accounts accounts, Units units, CityTime time) {
    this.accounts = accounts;
    this.units = units;
    this.time = time;
  }

  @GetMapping("/accounts")
  @Allowed(Right.ACCOUNTS)
  @Menu(90)
  Answer list(
      @RequestParam(defaultValue = "") String word, @RequestParam(required = false) String after) {
    Cut<Account> cut =
        Cut.of(accounts.list(after, word.isBlank() ? null : word.strip(), Cut.wanted(PAGE)), PAGE);
    return new PeoplePage(
        cut.shown().stream().map(this::row).toList(),
        word,
        cut.next(last -> next(word, last.id())));
  }

  private static String next(String word, String after) {
    return UriComponentsBuilder.fromPath("/accounts")
        .queryParam("word", "{word}")
        .queryParam("after", "{after}")
        .encode()
        .buildAndExpand(word, after)
        .toUriString();
  }

  private PeoplePage.Row row(Account account) {
    return new PeoplePage.Row(
        account.id(),
        account.name(),
        state(account),
        account.roles().stream()
            .filter(held -> held.holdsOn(time.today()))
            .map(held -> new PeoplePage.RoleText(held.role().wireName(), unitName(held)))
            .toList());
  }

  private String unitName(HeldRole held) {
    return held.unitCode() == null ? null : units.name(held.unitCode());
  }

  static String state(Account account) {
    return account.disabled() ? "disabled" : account.ready() ? "ready" : "invited";
  }

  static List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::wireName).toList();
  }
}
