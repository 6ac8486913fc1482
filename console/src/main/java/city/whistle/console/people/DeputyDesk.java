package city.whistle.console.people;

import city.whistle.console.access.DeputyRights;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Deputies;
import city.whistle.console.account.Deputies.Obstacle;
import city.whistle.console.account.Deputies.Wish;
import city.whistle.console.account.Deputy;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and ends deputies for who may, and notes it. */
@Component
@Transactional
class DeputyDesk {

  private static final int PEOPLE_MAX = 200;
  private static final Set<Role> ANY = Arrays.stream(Role.values()).collect(Collectors.toSet());

  private final Deputies deputies;
  private final DeputyRights rights;
  private final Accounts accounts;
  private final ActionLog log;

  DeputyDesk(Deputies deputies, DeputyRights rights, Accounts accounts, ActionLog log) {
    this.deputies = deputies;
    this.rights = rights;
    this.accounts = accounts;
    this.log = log;
  }

  /** The person, if there is one for whom the other may name deputies. */
  Optional<Person> subject(Person namer, String personId) {
    return accounts.find(personId).filter(person -> rights.mayNameFor(namer, person));
  }

  /** What is in the way; empty where the deputy is named. */
  Optional<Obstacle> name(Person namer, Person person, Wish wish) {
    Optional<Person> deputy = accounts.find(wish.deputyId());
    if (deputy.isPresent()
        && !deputy.get().id().equals(person.id())
        && !rights.mayName(namer, person, deputy.get())) {
      return Obstacle.of("deputy", "deputy.stranger");
    }
    Optional<Obstacle> obstacle = deputies.name(wish, namer.id());
    if (obstacle.isEmpty()) {
      note(namer, "deputyNamed", wish.personId(), wish.deputyId(), wish.from(), wish.to());
    }
    return obstacle;
  }

  /** False where there is none that the person may end. */
  boolean end(Person who, UUID id) {
    Optional<Deputy> found = deputies.find(id).filter(deputy -> mayEnd(who, deputy));
    if (found.isEmpty()) {
      return false;
    }
    Deputy deputy = found.get();
    if (deputies.end(id, who.id())) {
      note(who, "deputyEnded", deputy.personId(), deputy.deputyId(), deputy.from(), deputy.to());
    }
    return true;
  }

  boolean mayEnd(Person who, Deputy deputy) {
    return deputy.deputyId().equals(who.id())
        || accounts
            .find(deputy.personId())
            .filter(person -> rights.mayEnd(who, person, deputy))
            .isPresent();
  }

  private void note(
      Person who, String what, String person, String deputy, LocalDate from, LocalDate to) {
    log.done(who.id(), new Deed(what, null, null, person + " → " + deputy), from + " – " + to);
  }

  /** Those who might stand in for the person, by name. */
  List<Person> colleagues(Person namer, Person person) {
    return holders(person)
        .filter(other -> !other.id().equals(person.id()))
        .filter(other -> rights.mayName(namer, person, other))
        .toList();
  }

  /** Those whom the person leads, by name. */
  List<Person> led(Person lead) {
    return lead.is(Role.LEAD)
        ? holders(lead)
            .filter(other -> !other.id().equals(lead.id()))
            .filter(other -> rights.mayNameFor(lead, other))
            .toList()
        : List.of();
  }

  /** Whoever holds a role of one of the person's units, or of none where he has one of none. */
  private Stream<Person> holders(Person person) {
    Set<String> units =
        person.roles().stream()
            .map(HeldRole::unitCode)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<Person> ofNone =
        person.roles().stream().anyMatch(held -> held.unitCode() == null)
            ? accounts.holding(ANY, null, PEOPLE_MAX).stream()
            : Stream.empty();
    return Stream.concat(
            units.stream().flatMap(unit -> accounts.holding(ANY, unit, PEOPLE_MAX).stream()),
            ofNone)
        .distinct()
        .sorted(Comparator.comparing(Person::name).thenComparing(Person::id));
  }
}
