package city.whistle.console.access;

import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.access.Caller;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LaneClass;
import city.whistle.workers.lane.LaneFilter;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.lane.Post;
import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who sees, walks and keeps lanes. A chief or steward sees the lanes in which he, or for whom he
 * stands in, holds a post today, and no others; a unit's people those of their sub-districts; a
 * sub-district's leaders say who holds which post there, and administrators everywhere.
 */
@Component
public class LaneAccess {

  private static final Set<Role> OF_LANES = Set.of(Role.CHIEF, Role.STEWARD);
  private static final Set<Role> OF_UNITS = Set.of(Role.HANDLER, Role.LEAD, Role.SUPERVISOR);
  private static final Set<Role> OF_ALL = Set.of(Role.AUDITOR, Role.ADMIN);
  private static final int OWN_MAX = 50;

  private final Lanes lanes;
  private final LanePosts posts;
  private final Units units;
  private final CityTime time;

  LaneAccess(Lanes lanes, LanePosts posts, Units units, CityTime time) {
    this.lanes = lanes;
    this.posts = posts;
    this.units = units;
    this.time = time;
  }

  /**
   * Lanes that the person sees, in the order of their ids.
   *
   * @param street code of a sub-district; null for all that he sees
   * @param given null for any class
   * @param afterId null for the first page
   */
  public LaneFilter filter(Person person, String street, LaneClass given, String afterId, int max) {
    List<String> seen = streets(person);
    Set<String> people = seen != null && seen.isEmpty() ? holders(person) : null;
    Collection<String> streets = people != null ? null : seen;
    if (street != null) {
      streets = streets == null || streets.contains(street) ? List.of(street) : List.of();
    }
    return new LaneFilter(streets, given, people, afterId, time.today(), max);
  }

  /** Codes of the units whose lanes the person sees as their people do; null sees all. */
  public List<String> streets(Person person) {
    boolean all =
        person.roles().stream()
            .anyMatch(
                held ->
                    OF_ALL.contains(held.role())
                        || OF_UNITS.contains(held.role()) && held.unitCode() == null);
    return all
        ? null
        : person.units(OF_UNITS.toArray(Role[]::new)).stream()
            .flatMap(code -> units.withBelow(code).stream())
            .distinct()
            .toList();
  }

  public boolean sees(Person person, Lane lane) {
    List<String> streets = streets(person);
    return streets == null || streets.contains(lane.streetCode()) || isOwn(person, lane);
  }

  /** Whether he says who holds which post there. */
  public boolean keeps(Person person, Lane lane) {
    return person.is(Role.ADMIN) || person.units(Role.LEAD).contains(lane.streetCode());
  }

  /** Lanes of his own, see {@link LaneAccess}, at most fifty. */
  public List<Lane> own(Person person) {
    Set<String> holders = holders(person);
    return holders.isEmpty()
        ? List.of()
        : lanes.list(new LaneFilter(null, null, holders, null, time.today(), OWN_MAX));
  }

  public boolean isOwn(Person person, Lane lane) {
    return holder(person, lane.id()).isPresent();
  }

  /** By whose post he walks the lane: his own, else that of one for whom he stands in. */
  public Optional<String> holder(Person person, String laneId) {
    return holders(person).stream()
        .sorted((one, other) -> Boolean.compare(other.equals(person.id()), one.equals(person.id())))
        .filter(holder -> posts.held(laneId, holder, time.today()).isPresent())
        .findFirst();
  }

  /** Whether he, or one for whom he stands in, is the lane's chief today. */
  public boolean isChief(Person person, Lane lane) {
    return person.roles().stream()
        .filter(held -> held.role() == Role.CHIEF)
        .map(held -> holder(person, held))
        .anyMatch(
            holder ->
                posts.on(lane.id(), time.today()).stream()
                    .anyMatch(held -> held.post() == Post.CHIEF && held.personId().equals(holder)));
  }

  /** As whom the registry is asked about the lane's patrols. */
  public Caller caller(Person person, Lane lane) {
    String lender =
        holder(person, lane.id()).filter(holder -> !holder.equals(person.id())).orElse(null);
    return new Caller(ActingFor.client(person.id(), lender), lane.streetCode(), false);
  }

  private static Set<String> holders(Person person) {
    return person.roles().stream()
        .filter(held -> OF_LANES.contains(held.role()))
        .map(held -> holder(person, held))
        .collect(Collectors.toSet());
  }

  private static String holder(Person person, HeldRole held) {
    return held.isOwn() ? person.id() : held.lender();
  }

  /** Ids of his own lanes. */
  public List<String> ownIds(Person person) {
    return own(person).stream().map(Lane::id).toList();
  }
}
