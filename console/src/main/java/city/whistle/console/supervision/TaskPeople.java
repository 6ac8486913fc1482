package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** To whom a task can go. */
@Component
class TaskPeople {

  /** Stands for all of a task's groups. */
  static final String BACK_TO_GROUP = "-";

  private static final int PEOPLE_MAX = 200;

  private final Accounts accounts;
  private final Access access;

  TaskPeople(Accounts accounts, Access access) {
    this.accounts = accounts;
    this.access = access;
  }

  /** Those who are of one of the groups. */
  List<Person> of(Collection<String> groups) {
    return groups.stream()
        .flatMap(
            group -> accounts.holding(Set.of(Role.values()), unitOf(group), PEOPLE_MAX).stream())
        .distinct()
        .filter(one -> isOf(one, groups))
        .toList();
  }

  boolean isOf(Person person, Collection<String> groups) {
    return access.groups(person).stream().anyMatch(groups::contains);
  }

  private static String unitOf(String group) {
    int colon = group.indexOf(':');
    return colon < 0 ? null : group.substring(colon + 1);
  }
}
