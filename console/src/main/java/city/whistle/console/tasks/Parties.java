package city.whistle.console.tasks;

import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose a task may be, from its candidate groups. */
@Component
public class Parties {

  private final Units units;

  Parties(Units units) {
    this.units = units;
  }

  public List<Party> of(Collection<String> groups) {
    return groups.stream().sorted().map(this::of).toList();
  }

  /** {@code agent}, or {@code street:110102009}. */
  private Party of(String group) {
    String[] parts = group.split(":", 2);
    if (parts.length == 1) {
      return new Party(group, null);
    }
    return new Party(parts[0].equals("street-lead") ? "lead" : null, units.name(parts[1]));
  }

  /**
   * Those who may do a task.
   *
   * @param role null where everybody of the unit may
   * @param unit name; null where it is of no unit
   */
  public record Party(String role, String unit) {}
}
