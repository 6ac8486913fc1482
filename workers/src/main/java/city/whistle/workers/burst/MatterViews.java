package city.whistle.workers.burst;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Shows matters: a hotline and the centre see all, a unit's system those of its own places, with
 * the cases that it may know of.
 */
@Component
public class MatterViews {

  /** More than a page of a list shows anybody can read. */
  private static final int CASES_MAX = 200;

  private final MatterStore matters;
  private final CaseRights rights;
  private final CaseFiles cases;
  private final Units units;

  MatterViews(MatterStore matters, CaseRights rights, CaseFiles cases, Units units) {
    this.matters = matters;
    this.rights = rights;
    this.cases = cases;
    this.units = units;
  }

  public List<View> list(Caller caller, boolean openOnly, int max) {
    return matters.list(places(caller), openOnly, max).stream().map(this::view).toList();
  }

  /** Empty where there is none for the caller. */
  public Optional<View> find(Caller caller, String number) {
    List<String> places = places(caller);
    return matters
        .byNumber(number)
        .filter(matter -> places == null || places.contains(matter.placeCode()))
        .map(this::view);
  }

  /** Its cases that the caller may know of, the latest first, 200 at most. */
  public List<CaseFile> cases(Caller caller, Matter matter) {
    List<UUID> ids = matters.cases(matter.id(), CASES_MAX);
    Set<UUID> seen = rights.seenOf(caller, ids);
    return cases.list(ids.stream().filter(seen::contains).toList());
  }

  private List<String> places(Caller caller) {
    return caller.isUnit() ? units.withBelow(caller.unitCode()) : null;
  }

  private View view(Matter matter) {
    return new View(matter, units.name(matter.placeCode()), matters.count(matter.id()));
  }

  /**
   * @param cases how many belong to it by now
   */
  public record View(Matter matter, String placeName, int cases) {}
}
