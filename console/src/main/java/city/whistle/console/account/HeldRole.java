package city.whistle.console.account;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A role that somebody holds.
 *
 * @param unitCode the unit for which it holds; null where the role has none, and for the whole city
 * @param to the last day on which it holds; null without an end
 * @param lender id of the person whose role it is and for whom he stands in; null for his own
 */
public record HeldRole(
    UUID id, Role role, String unitCode, LocalDate from, LocalDate to, String lender) {

  /** One's own. */
  public HeldRole(UUID id, Role role, String unitCode, LocalDate from, LocalDate to) {
    this(id, role, unitCode, from, to, null);
  }

  public boolean isOwn() {
    return lender == null;
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
