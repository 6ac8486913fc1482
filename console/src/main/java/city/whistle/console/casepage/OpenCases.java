package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open cases of somebody's unit; who is of none looks cases up by their numbers. */
@Component
class OpenCases {

  private final Access access;
  private final CaseRights rights;
  private final CaseFiles cases;

  OpenCases(Access access, CaseRights rights, CaseFiles cases) {
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
        unit.map(caller -> cases.list(filter(person, caller, after, page))).orElse(List.of()),
        page);
  }

  private CaseFilter filter(Person person, Caller caller, String after, int page) {
    CaseFilter open =
        new CaseFilter(
            null, null, null, null, null, null, Cut.wanted(page), rights.viewer(caller), true);
    return access.seen(person, after).map(open::after).orElse(open);
  }
}
