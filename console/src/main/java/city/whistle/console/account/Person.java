package city.whistle.console.account;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who may sign in, as of now.
 *
 * @param id what he signs in with; the assignee of his tasks
 * @param language {@code zh} or {@code en}; null where he has not chosen
 * @param roles those that hold today
 */
public record Person(String id, String name, String language, List<HeldRole> roles) {

  public boolean is(Role role) {
    return roles.stream().anyMatch(held -> held.role() == role);
  }

  public boolean isOneOf(Set<Role> some) {
    return roles.stream().anyMatch(held -> some.contains(held.role()));
  }

  /** Codes of the units for which he holds one of these roles. */
  public Set<String> units(Role... some) {
    Set<Role> wanted = Set.of(some);
    return roles.stream()
        .filter(held -> wanted.contains(held.role()))
        .flatMap(held -> Stream.ofNullable(held.unitCode()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
