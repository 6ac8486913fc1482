package city.whistle.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests. */
public class People {

  public static final String STREET = "110102009";

  private final Accounts accounts;
  private final CityTime time;

  People(Accounts accounts, CityTime time) {
    this.accounts = accounts;
    this.time = time;
  }

  /** Somebody new with this role; for a sub-district where the role is of a unit. */
  public Person with(Role role) {
    return with(role, role.isOfUnit() && role != Role.SUPERVISOR ? STREET : null);
  }

  public Person with(Role role, String unit) {
    String id = role.wireName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    accounts.create(id, "测试" + role.wireName());
    accounts.give(id, role, unit, time.today(), null, "test");
    return accounts.find(id).orElseThrow();
  }

  /** Gives the person one role more. */
  public void also(Person person, Role role, String unit) {
    accounts.give(person.id(), role, unit, time.today(), null, "test");
  }

  /** Asks as this person. */
  public static RequestPostProcessor as(Person person) {
    return user(person.id());
  }
}
