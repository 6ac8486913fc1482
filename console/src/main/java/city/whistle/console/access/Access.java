package city.whistle.console.access;

import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may see and do what. Pages, parts of pages, live updates, files and exports ask here and
 * nowhere else; whose a case is, the registry's own rules say.
 */
@Component
public class Access {

  /** Roles that see every case whose number they know. */
  private static final Set<Role> SEES_ALL = Set.of(Role.AGENT, Role.DISPATCHER, Role.AUDITOR);

  private static final Set<Role> SEES_OF_UNIT = Set.of(Role.HANDLER, Role.LEAD, Role.SUPERVISOR);

  private static final Set<Role> WHISTLES = Right.BLOW.roles();

  /** Roles that are held for the whole city where they are held for no unit. */
  private static final Set<Role> OF_CITY_OR_UNIT = Set.of(Role.SUPERVISOR, Role.LEAD);

  private final CaseRights cases;
  private final Units units;
  private final LanePosts lanes;
  private final LaneAccess ownLanes;
  private final CaseLanes caseLanes;
  private final CaseFiles files;
  private final CityTime time;

  Access(
      CaseRights cases,
      Units units,
      LanePosts lanes,
      LaneAccess ownLanes,
      CaseLanes caseLanes,
      CaseFiles files,
      CityTime time) {
    this.lanes = lanes;
    this.ownLanes = ownLanes;
    this.caseLanes = caseLanes;
    this.files = files;
    this.time = time;
    this.cases = cases;
    this.units = units;
  }

  public boolean may(Person person, Right right) {
    return right.isOf(person);
  }

  /** The case, if there is one and the person may know of it. */
  public Optional<CaseFile> seen(Person person, String number) {
    return callers(person).stream()
        .flatMap(caller -> cases.seen(caller, number).stream())
        .findFirst()
        .or(() -> ofOwnLanes(person, number))
        .filter(file -> !accuses(file, person));
  }

  /** A chief or steward sees the cases that are in his lanes, whoever handles them. */
  private Optional<CaseFile> ofOwnLanes(Person person, String number) {
    List<String> own = ownLanes.ownIds(person);
    return own.isEmpty()
        ? Optional.empty()
        : files.byNumber(number).filter(file -> !caseLanes.in(own, List.of(file.id())).isEmpty());
  }

  /**
   * As whom the person sees the case, by his own roles first; empty where he may not know of it.
   */
  public Optional<Caller> callerFor(Person person, String number) {
    return callers(person).stream()
        .filter(
            caller -> cases.seen(caller, number).filter(file -> !accuses(file, person)).isPresent())
        .findFirst();
  }

  /**
   * No other role, nor standing in for somebody, shows the accused unit's people who reported it.
   */
  private static boolean accuses(CaseFile file, Person person) {
    return file.accusedUnit() != null
        && person.roles().stream()
            .anyMatch(held -> held.isOwn() && file.accusedUnit().equals(held.unitCode()));
  }

  /** As whom the person asks the registry: at most one caller where one of them sees every case. */
  public List<Caller> callers(Person person) {
    return person.roles().stream()
        .filter(Access::seesAll)
        .findFirst()
        .map(held -> List.of(new Caller(client(person, held), null, true)))
        .orElseGet(() -> callersOfUnits(person, SEES_OF_UNIT));
  }

  /**
   * As whom the person reads what is everybody's: one who sees no case reads as nobody's system.
   */
  public List<Caller> readers(Person person) {
    List<Caller> callers = callers(person);
    return callers.isEmpty()
        ? List.of(new Caller(ActingFor.client(person.id(), null), null, false))
        : callers;
  }

  /** As whom the person asks for whistles: a chief for those of his sub-district, too. */
  public List<Caller> whistleCallers(Person person) {
    List<Caller> callers = callers(person);
    return callers.isEmpty() ? callersOfUnits(person, Set.of(Role.CHIEF)) : callers;
  }

  private static List<Caller> callersOfUnits(Person person, Set<Role> roles) {
    Map<String, Caller> byUnit = new LinkedHashMap<>();
    person.roles().stream()
        .filter(held -> roles.contains(held.role()) && held.unitCode() != null)
        .forEach(
            held ->
                byUnit.putIfAbsent(
                    held.unitCode(), new Caller(client(person, held), held.unitCode(), false)));
    return List.copyOf(byUnit.values());
  }

  private static String client(Person person, HeldRole held) {
    return ActingFor.client(person.id(), held.lender());
  }

  /** Whether the person sees every case, and what is of no case. */
  public boolean seesAll(Person person) {
    return callers(person).stream().anyMatch(caller -> !caller.isUnit());
  }

  /** Those of the cases that the person may know of. */
  public Set<UUID> seenOf(Person person, Collection<CaseFile> files) {
    List<UUID> ids =
        files.stream().filter(file -> !accuses(file, person)).map(CaseFile::id).toList();
    List<String> own = ownLanes.ownIds(person);
    return Stream.concat(
            callers(person).stream().flatMap(caller -> cases.seenOf(caller, ids).stream()),
            own.isEmpty() ? Stream.empty() : caseLanes.in(own, ids).stream())
        .collect(Collectors.toSet());
  }

  private static boolean seesAll(HeldRole held) {
    return SEES_ALL.contains(held.role())
        || OF_CITY_OR_UNIT.contains(held.role()) && held.unitCode() == null;
  }

  /** Whether the whistle is to be seen: blown by one's unit, or the unit summoned, or above it. */
  public boolean maySeeWhistle(Person person, String streetCode, Collection<String> summoned) {
    return whistleCallers(person).stream()
        .anyMatch(caller -> cases.maySeeWhistle(caller, streetCode, summoned));
  }

  /** The sub-districts in whose names the person may whistle, by code. */
  public List<Unit> whistlesFor(Person person) {
    return person.units(WHISTLES.toArray(Role[]::new)).stream()
        .sorted()
        .flatMap(code -> units.find(code, UnitKind.STREET).stream())
        .toList();
  }

  /**
   * As whom the person whistles for this sub-district, by his own roles first; empty where it isn't
   * his.
   */
  public Optional<Caller> blower(Person person, String streetCode) {
    return person.roles().stream()
        .filter(held -> WHISTLES.contains(held.role()) && streetCode.equals(held.unitCode()))
        .filter(held -> units.find(streetCode, UnitKind.STREET).isPresent())
        .findFirst()
        .map(held -> new Caller(client(person, held), streetCode, false));
  }

  /** Candidate groups of the tasks that are the person's to do. */
  public Set<String> groups(Person person) {
    Set<String> groups = new LinkedHashSet<>();
    person.roles().forEach(held -> groupsOf(person, held).forEach(groups::add));
    return groups;
  }

  /**
   * For whom the person does a task of these groups: the one for whom he stands in and whose it is.
   * Empty where it is his own.
   */
  public Optional<String> lender(Person person, Collection<String> taskGroups) {
    return lender(person, held -> groupsOf(person, held).anyMatch(taskGroups::contains));
  }

  /** For whom the person uses a right: empty where one of his own roles has it. */
  public Optional<String> lender(Person person, Right right) {
    return lender(person, held -> right.roles().contains(held.role()));
  }

  private static Optional<String> lender(Person person, Predicate<HeldRole> suffices) {
    return person.roles().stream()
        .filter(suffices)
        .findFirst()
        .filter(held -> !held.isOwn())
        .map(HeldRole::lender);
  }

  /** A chief's are those of the lanes whose chief he, or for whom he stands in, is today. */
  private Stream<String> groupsOf(Person person, HeldRole held) {
    return held.role() == Role.CHIEF
        ? lanes.groups(List.of(held.isOwn() ? person.id() : held.lender()), time.today()).stream()
        : groupsOf(held);
  }

  private Stream<String> groupsOf(HeldRole held) {
    return switch (held.role()) {
      case AGENT -> Stream.of("agent");
      case DISPATCHER -> Stream.of("dispatcher");
      case POLICY -> Stream.of("policy");
      case SUPERVISOR ->
          held.unitCode() == null ? Stream.of("supervisor") : unit(held).map(Unit::group);
      case HANDLER -> unit(held).map(Unit::group);
      case LEAD ->
          held.unitCode() == null
              ? Stream.of("supervisor-lead", "appeals")
              : unit(held).flatMap(Access::groupsOfLead);
      case CHIEF, STEWARD, AUDITOR, ADMIN -> Stream.empty();
    };
  }

  private static Stream<String> groupsOfLead(Unit unit) {
    return unit.kind() == UnitKind.STREET
        ? Stream.of(unit.group(), "street-lead:" + unit.code())
        : Stream.of(unit.group());
  }

  private Stream<Unit> unit(HeldRole held) {
    return units.find(held.unitCode()).stream();
  }
}
