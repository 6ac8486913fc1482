package city.whistle.console.people;

import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Problems;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the role that a form gives, and says what is wrong with it. */
@Component
class RoleReader {

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
      return Optional.empty();
    }
    LocalDate from =
        form.from().isBlank() ? time.today() : Dates.read("from", form.from(), problems);
    LocalDate to = form.to().isBlank() ? null : Dates.read("to", form.to(), problems);
    if (from != null && to != null && to.isBefore(from)) {
      problems.add("to", "person.to.beforeFrom");
    }
    String unit = unit(role.get(), form.unit().strip(), problems);
    return problems.isEmpty()
        ? Optional.of(new HeldRole(UUID.randomUUID(), role.get(), unit, from, to))
        : Optional.empty();
  }

  private String unit(Role role, String text, Problems problems) {
    if (!role.isOfUnit()) {
      if (!text.isEmpty()) {
        problems.add("unit", "person.unit.unwanted");
      }
      return null;
    }
    if (text.isEmpty() && role.unitKinds().contains(UnitKind.CITY)) {
      return null;
    }
    Optional<Unit> unit = units.find(text).filter(found -> role.unitKinds().contains(found.kind()));
    if (unit.isEmpty()) {
      problems.add("unit", "person.unit.unknown");
    }
    return unit.map(Unit::code).orElse(null);
  }
}
