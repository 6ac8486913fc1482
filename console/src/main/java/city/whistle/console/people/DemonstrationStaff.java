package city.whistle.console.people;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Passwords;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts for the people of an example, with passwords that are made up and told once. */
@Component
public class DemonstrationStaff {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final Map<String, Role> LANE_ROLES =
      Map.of("lane", Role.CHIEF, "steward", Role.STEWARD);

  /** Decided by who answers for the supervisors. */
  private static final String APPEALS = "appeals";

  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final Passwords passwords;
  private final Units units;
  private final Lanes lanes;
  private final CityTime time;

  DemonstrationStaff(
      Accounts accounts, Passwords passwords, Units units, Lanes lanes, CityTime time) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.units = units;
    this.lanes = lanes;
    this.time = time;
  }

  /**
   * Makes the account, or gives the one that there is another password.
   *
   * @param id to sign in with
   * @param group candidate group whose tasks are his: {@code agent}, {@code street:110102009},
   *     {@code lane:juer}; {@code steward:juer} for a lane's steward, who has none. The lane's
   *     posts say whose it is.
   * @return the password
   */
  @Transactional
  public String make(String id, String group) {
    String[] parts = group.split(":", 2);
    boolean ofLane = LANE_ROLES.containsKey(parts[0]);
    String unitCode = ofLane ? street(parts[1]) : parts.length == 2 ? parts[1] : null;
    Role role = ofLane ? LANE_ROLES.get(parts[0]) : role(parts[0], unitCode);
    if (accounts.create(id, name(role, unitCode))) {
      accounts.give(id, role, unitCode, time.today(), null, "system");
    }
    String password = random();
    accounts.setPassword(id, passwords.hash(password));
    return password;
  }

  private String street(String laneId) {
    return lanes
        .find(laneId)
        .map(Lane::streetCode)
        .orElseThrow(() -> new IllegalArgumentException("there is no lane " + laneId));
  }

  private static Role role(String kind, String unitCode) {
    if (kind.endsWith("-lead") || kind.equals(APPEALS)) {
      return Role.LEAD;
    }
    return unitCode == null ? Role.of(kind).orElseThrow() : Role.HANDLER;
  }

  private String name(Role role, String unitCode) {
    String unit = units.find(unitCode).map(Unit::name).orElse("");
    return unit
        + switch (role) {
          case AGENT -> "热线话务员";
          case DISPATCHER -> "派单员";
          case SUPERVISOR -> "督办员";
          case POLICY -> "政策研究员";
          case AUDITOR -> "审计员";
          case LEAD -> "负责人";
          case CHIEF -> "街巷长";
          case STEWARD -> "小巷管家";
          default -> "承办人";
        };
  }

  private static String random() {
    return RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
