package city.whistle.console.people;

import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Problems;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the role that a form gives, and says what is wrong with it. */
@Component
class RoleReader {

  private static final int SEARCHED_MAX = 50;
  private static final int NAMED_MAX = 6;

  private final Units units;
  private final CityTime time;

  RoleReader(Units units, CityTime time) {
    this.units = units;
    this.time = time;
  }

  /** Empty where something is wrong, which {@code problems} then says. */
  Optional<HeldRole> read(PersonPage.RoleForm form, Problems problems) {
    Optional<Role> role = Role.of(form.role());
    if (role.isEmpty()) {
      problems.add("role", "person.role.missing");
    }
    LocalDate from =
        form.from().isBlank() ? time.today() : Dates.read("from", form.from(), problems);
    LocalDate to = form.to().isBlank() ? null : Dates.read("to", form.to(), problems);
    if (from != null && to != null && to.isBefore(from)) {
      problems.add("to", "person.to.beforeFrom");
    }
    String unit = unit(role, form.unit().strip(), problems);
    return problems.isEmpty()
        ? Optional.of(new HeldRole(UUID.randomUUID(), role.get(), unit, from, to))
        : Optional.empty();
  }

  private String unit(Optional<Role> role, String text, Problems problems) {
    if (role.isEmpty() && text.isEmpty()) {
      return null;
    }
    if (role.isPresent() && !role.get().isOfUnit()) {
      if (!text.isEmpty()) {
        problems.add("unit", "person.unit.unwanted");
      }
      return null;
    }
    Set<UnitKind> kinds = role.map(Role::unitKinds).orElse(EnumSet.allOf(UnitKind.class));
    if (text.isEmpty()) {
      if (!kinds.contains(UnitKind.CITY)) {
        problems.add("unit", "person.unit.missing");
      }
      return null;
    }
    return unit(kinds, text, problems);
  }

  /** By its code, its name, or words of its name that no other unit of these kinds has. */
  private String unit(Set<UnitKind> kinds, String text, Problems problems) {
    List<Unit> found =
        units.find(text).filter(unit -> kinds.contains(unit.kind())).map(List::of).orElse(null);
    if (found == null) {
      found =
          units.search(text, null, SEARCHED_MAX).stream()
              .filter(unit -> kinds.contains(unit.kind()))
              .toList();
    }
    List<Unit> exact = found.stream().filter(unit -> unit.name().equals(text)).toList();
    List<Unit> meant = exact.size() == 1 ? exact : found;
    if (meant.isEmpty()) {
      problems.add("unit", "person.unit.unknown");
    } else if (meant.size() > 1) {
      problems.add("unit", "person.unit.which", text, named(meant));
    }
    return meant.size() == 1 ? meant.get(0).code() : null;
  }

  private static String named(List<Unit> units) {
    return units.stream()
        .limit(NAMED_MAX)
        .map(unit -> unit.name() + " " + unit.code())
        .collect(Collectors.joining(", "));
  }
}
