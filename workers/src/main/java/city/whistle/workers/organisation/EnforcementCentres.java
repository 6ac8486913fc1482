package city.whistle.workers.organisation;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The joint enforcement centres, 1 + 4 + N: each sub-district's by its own list of the day, else by
 * that of all sub-districts. A township has one where it has a list; in an emergency that of all
 * sub-districts can stand in.
 */
@Component
public class EnforcementCentres {

  private static final Set<String> SUB_DISTRICTS = Set.of("街道", "地区");

  private final JdbcClient jdbc;
  private final Units units;
  private final Bodies bodies;
  private final Rota rota;

  EnforcementCentres(JdbcClient jdbc, Units units, Bodies bodies, Rota rota) {
    this.jdbc = jdbc;
    this.units = units;
    this.bodies = bodies;
    this.rota = rota;
  }

  /**
   * Who belongs to it at that hour, each once: who is posted there and on call counts as posted.
   * Empty where the street has no centre.
   */
  public List<CentreParty> at(String streetCode, OffsetDateTime when) {
    return parties(streetCode, when, isSubDistrict(streetCode));
  }

  /** The same where the list of all sub-districts stands in for one that the street lacks. */
  public List<CentreParty> byDefault(String streetCode, OffsetDateTime when) {
    return parties(streetCode, when, true);
  }

  /** Whether it is a township that has no list of its own on that day. */
  public boolean lacksOwnList(String streetCode, OffsetDateTime when) {
    return !isSubDistrict(streetCode)
        && postings(streetCode, CityTime.inCity(when).toLocalDate(), false).isEmpty();
  }

  private List<CentreParty> parties(String streetCode, OffsetDateTime when, boolean byDefault) {
    LocalDate day = CityTime.inCity(when).toLocalDate();
    Map<String, List<OnDuty>> atDesk = rota.inBodies(streetCode, when);
    Map<String, List<OnDuty>> onCall = rota.onCall(streetCode, when);
    List<CentreParty> parties = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Posting posting : postings(streetCode, day, byDefault)) {
      CentreParty party =
          posting.role.equals(CentreParty.OWN_TEAM)
              ? ownTeam(streetCode, posting, day, atDesk)
              : unit(streetCode, posting, onCall);
      if (seen.add(party.holder()) && (party.unit() == null || seen.add(party.unit() + "/"))) {
        parties.add(party);
      }
    }
    return parties;
  }

  private CentreParty ownTeam(
      String street, Posting posting, LocalDate day, Map<String, List<OnDuty>> atDesk) {
    List<OnDuty> people = atDesk.getOrDefault(posting.holder, List.of());
    Optional<Body> body = bodies.find(street, posting.holder, day);
    String gap =
        body.isEmpty()
            ? CentreParty.ABOLISHED
            : people.isEmpty() ? CentreParty.NOBODY_ON_DUTY : null;
    return new CentreParty(
        posting.holder,
        posting.role,
        body.map(Body::name).orElse(posting.holder),
        null,
        people,
        gap);
  }

  private CentreParty unit(String street, Posting posting, Map<String, List<OnDuty>> onCall) {
    List<OnDuty> people = onCall.getOrDefault(posting.holder, List.of());
    Optional<Unit> unit = standing(posting.holder).filter(found -> !found.code().equals(street));
    CentreParty party =
        new CentreParty(
            posting.holder,
            posting.role,
            unit.map(Unit::name).orElse(posting.holder),
            unit.map(Unit::code).orElse(null),
            people,
            null);
    if (unit.isEmpty()) {
      return party.without(CentreParty.ABOLISHED);
    }
    return posting.role.equals(CentreParty.ON_CALL) && people.isEmpty()
        ? party.without(CentreParty.NOBODY_ON_DUTY)
        : party;
  }

  private Optional<Unit> standing(String code) {
    return units
        .find(code)
        .or(() -> units.successor(code))
        .filter(unit -> unit.kind() != UnitKind.CITY && unit.kind() != UnitKind.DISTRICT);
  }

  private boolean isSubDistrict(String street) {
    return units.find(street).map(Unit::form).filter(SUB_DISTRICTS::contains).isPresent();
  }

  /**
   * @param byDefault whether the list of all holds where there is none of its own
   */
  private List<Posting> postings(String street, LocalDate on, boolean byDefault) {
    return jdbc.sql(
            "select t.holder, t.role from registry.centre_posting t where"
                + Dated.HOLDS
                + "and (:all or t.street_code <> '*') and"
                + Dated.ownOrAll("centre_posting")
                + """
                order by array_position(array['ownTeam', 'base', 'resident', 'onCall'], t.role), t.holder\
                """)
        .param("street", street)
        .param("on", on)
        .param("all", byDefault)
        .query((row, n) -> new Posting(row.getString("holder"), row.getString("role")))
        .list();
  }

  private record Posting(String holder, String role) {}
}
