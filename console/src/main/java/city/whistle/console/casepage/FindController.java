package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a case by its number, and lists the open ones of the person's unit. */
@Controller
class FindController {

  private static final int PAGE = 50;

  private final Access access;
  private final CaseRights rights;
  private final CaseFiles cases;

  FindController(Access access, CaseRights rights, CaseFiles cases) {
    this.access = access;
    this.rights = rights;
    this.cases = cases;
  }

  @GetMapping("/cases")
  @Allowed(Right.CASES)
  @Menu(20)
  Answer find(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String after,
      Person person) {
    String wanted = number.strip();
    if (!wanted.isEmpty() && access.seen(person, wanted).isPresent()) {
      return Redirect.to("/cases/" + wanted);
    }
    Optional<Caller> unit = access.callers(person).stream().filter(Caller::isUnit).findFirst();
    List<CaseFile> found =
        unit.map(caller -> cases.list(filter(person, caller, after))).orElse(List.of());
    Cut<CaseFile> cut = Cut.of(found, PAGE);
    return new FindPage(
        wanted,
        !wanted.isEmpty(),
        cut.shown().stream().map(FindController::row).toList(),
        cut.next(last -> "/cases?after=" + last.number()));
  }

  /** The cursor is the number of the page's last case, as far as the person may know of it. */
  private CaseFilter filter(Person person, Caller caller, String after) {
    CaseFilter open =
        new CaseFilter(
            null, null, null, null, null, null, Cut.wanted(PAGE), rights.viewer(caller), true);
    return access.seen(person, after).map(open::after).orElse(open);
  }

  private static FindPage.Row row(CaseFile file) {
    return new FindPage.Row(
        file.number(),
        file.about().title(),
        file.status().wireName(),
        file.owner() == null ? null : file.owner().name(),
        file.receivedAt(),
        file.limits().settleBy());
  }
}
