package city.whistle.console.account;

import city.whistle.workers.unit.UnitKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is in the city's complaint line; its wire name is the lower-case name. */
public enum Role {
  /** Takes calls, answers, calls back. */
  AGENT,
  /** Decides who handles what no table could dispatch. */
  DISPATCHER,
  /** Handles the cases of a unit. */
  HANDLER(UnitKind.STREET, UnitKind.DISTRICT, UnitKind.DEPARTMENT, UnitKind.ENTERPRISE),
  /**
   * Answers for a unit: approves, sees its people and their load, takes over. For the whole city:
   * answers for the supervisors, and decides on appeals.
   */
  LEAD(UnitKind.CITY, UnitKind.STREET, UnitKind.DISTRICT, UnitKind.DEPARTMENT, UnitKind.ENTERPRISE),
  /** Answers for lanes (街巷长). */
  CHIEF(UnitKind.STREET),
  /** Patrols lanes (小巷管家). */
  STEWARD(UnitKind.STREET),
  /** Watches what stands still, in the whole city or in a district. */
  SUPERVISOR(UnitKind.CITY, UnitKind.DISTRICT),
  /** Keeps models, tables and parameters. */
  POLICY,
  /** Reads everything but what is of residents. */
  AUDITOR,
  /** Keeps accounts, organisation and settings. */
  ADMIN;

  private final Set<UnitKind> unitKinds = EnumSet.noneOf(UnitKind.class);

  Role(UnitKind... unitKinds) {
    this.unitKinds.addAll(List.of(unitKinds));
  }

  /** Kinds of units that it may be held for; empty where it is held for no unit. */
  public Set<UnitKind> unitKinds() {
    return unitKinds;
  }

  public boolean isOfUnit() {
    return !unitKinds.isEmpty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
