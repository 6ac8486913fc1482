package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The account by which all others are made. It comes without a password: whoever starts the program
 * is given a link to choose one, and at each further start a new link until that was done; again so
 * where no administrator is left who can sign in.
 */
@Component
public class FirstAdministrator {

  /** The name to sign in with. */
  public static final String ID = "admin";

  private static final String NAME = "Administrator";

  private final Accounts accounts;
  private final PasswordLinks links;
  private final CityTime time;

  FirstAdministrator(Accounts accounts, PasswordLinks links, CityTime time) {
    this.accounts = accounts;
    this.links = links;
    this.time = time;
  }

  /** The link's path; empty where there is an administrator who has a password. */
  @Transactional
  public Optional<String> link() {
    if (accounts.haveAdministrator()) {
      return Optional.empty();
    }
    accounts.create(ID, NAME);
    accounts.enable(ID);
    if (accounts.find(ID).stream().noneMatch(first -> first.is(Role.ADMIN))) {
      accounts.give(ID, Role.ADMIN, null, time.today(), null, "system");
    }
    return Optional.of(links.make(ID));
  }
}
