package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.casefile.CaseFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a case by its number, and lists the open ones of the person's unit. */
@Controller
class FindController {

  private static final int PAGE = 50;

  private final Access access;
  private final OpenCases open;

  FindController(Access access, OpenCases open) {
    this.access = access;
    this.open = open;
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
    Cut<CaseFile> cut = open.of(person, after, PAGE);
    return new FindPage(
        wanted,
        !wanted.isEmpty(),
        cut.shown().stream().map(FindController::row).toList(),
        cut.next(last -> "/cases?after=" + last.number()),
        cut.shown().isEmpty() ? null : Downloads.of("/cases"));
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
