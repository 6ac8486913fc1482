package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.ResidentReveals;
import city.whistle.workers.disclosure.RevealOutcome;
import city.whistle.workers.disclosure.RevealedPart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows a part of a resident's data for a reason, which is logged. By a page of its own, one part
 * at a time, so that it is gone with the page and stands in no address.
 */
@Controller
class ResidentController {

  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  private static final List<String> PARTS =
      Arrays.stream(RevealedPart.values()).map(RevealedPart::wireName).toList();

  private final Access access;
  private final ResidentReveals reveals;

  ResidentController(Access access, ResidentReveals reveals) {
    this.access = access;
    this.reveals = reveals;
  }

  @GetMapping("/cases/{number}/resident")
  @Allowed(Right.REVEAL)
  Answer ask(@PathVariable String number, Person person) {
    return page(require(person, number), "phone", null);
  }

  @PostMapping("/cases/{number}/resident")
  @Allowed(Right.REVEAL)
  Answer show(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    CaseFile file = require(person, number);
    Optional<RevealedPart> wanted = RevealedPart.of(part);
    if (wanted.isEmpty()) {
      return page(file, part, Message.of("resident.part.missing"));
    }
    if (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX) {
      return page(file, part, Message.of("resident.reason.wrong", REASON_MIN, REASON_MAX));
    }
    Caller caller = access.callerFor(person, number).orElseThrow(NoSuchPage::new);
    Asker asker = new Asker(caller.clientId(), person.id(), caller.unitCode(), reason.strip());
    return answer(file, part, reveals.reveal(file, asker, List.of(wanted.get())));
  }

  private static ResidentPage answer(CaseFile file, String part, RevealOutcome outcome) {
    if (outcome instanceof RevealOutcome.Shown shown) {
      return shown(file, part, shown);
    }
    if (outcome instanceof RevealOutcome.Refused refused) {
      return new ResidentPage(
          file.number(),
          file.about().title(),
          part,
          List.of(),
          null,
          false,
          false,
          refused.sentence(),
          null,
          PARTS);
    }
    if (outcome instanceof RevealOutcome.TooMany tooMany) {
      long minutes = Math.max(1, Duration.ofSeconds(tooMany.retryAfterSeconds()).toMinutes());
      return page(file, part, Message.of("resident.tooMany", minutes));
    }
    return page(file, part, Message.of("resident.erased"));
  }

  private static ResidentPage shown(CaseFile file, String part, RevealOutcome.Shown shown) {
    Object found = shown.data().get(part);
    List<String> texts =
        found == null
            ? List.of()
            : found instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(found));
    Object dial = shown.data().get("dial");
    return new ResidentPage(
        file.number(),
        file.about().title(),
        part,
        texts,
        dial == null ? null : String.valueOf(dial),
        shown.shielded(),
        true,
        null,
        null,
        PARTS);
  }

  private static ResidentPage page(CaseFile file, String part, Message problem) {
    return new ResidentPage(
        file.number(),
        file.about().title(),
        part,
        List.of(),
        null,
        false,
        false,
        null,
        problem,
        PARTS);
  }

  private CaseFile require(Person person, String number) {
    return access.seen(person, number).orElseThrow(NoSuchPage::new);
  }
}
