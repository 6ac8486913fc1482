package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.lane.CaseLanes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The open cases of somebody's unit, or of his lanes; who is of none looks cases up by their
 * numbers.
 */
@Component
class OpenCases {

  private final Access access;
  private final CaseRights rights;
  private final CaseFiles cases;
  private final LaneAccess ownLanes;
  private final CaseLanes lanes;

  OpenCases(
      Access access, CaseRights rights, CaseFiles cases, LaneAccess ownLanes, CaseLanes lanes) {
    this.ownLanes = ownLanes;
    this.lanes = lanes;
    this.access = access;
    this.rights = rights;
    this.cases = cases;
  }

  /**
   * @param after number of the last case of the page before, as far as the person may know of it;
   *     empty for the first page
   */
  Cut<CaseFile> of(Person person, String after, int page) {
    Optional<Caller> unit = access.callers(person).stream().filter(Caller::isUnit).findFirst();
    return Cut.of(
        unit.map(caller -> cases.list(filter(person, caller, after, page)))
            .orElseGet(() -> ofLanes(person, after, page)),
        page);
  }

  /** Of who answers for lanes, and for no unit. */
  private List<CaseFile> ofLanes(Person person, String after, int page) {
    List<String> own = access.seesAll(person) ? List.of() : ownLanes.ownIds(person);
    if (own.isEmpty()) {
      return List.of();
    }
    UUID last = access.seen(person, after).map(CaseFile::id).orElse(null);
    return cases.list(lanes.list(own, true, last, Cut.wanted(page)));
  }

  private CaseFilter filter(Person person, Caller caller, String after, int page) {
    CaseFilter open =
        new CaseFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            Cut.wanted(page),
            rights.viewer(caller),
            true,
            null);
    return access.seen(person, after).map(open::after).orElse(open);
  }
}
