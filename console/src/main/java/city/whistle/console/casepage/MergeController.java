package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.intake.SimilarCases;
import city.whistle.workers.matter.CaseMerging;
import city.whistle.workers.matter.CaseMerging.Order;
import city.whistle.workers.matter.MergeRefused;
import city.whistle.workers.request.StorableText;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has a case follow another about the same matter, and parts the two again. */
@Controller
class MergeController {

  private static final int NUMBER_MAX = 40;
  private static final int REASON_MAX = 200;

  private final Access access;
  private final CaseMerging merging;
  private final CaseFiles cases;
  private final MergedCases merged;
  private final SimilarCases similar;

  MergeController(
      Access access,
      CaseMerging merging,
      CaseFiles cases,
      MergedCases merged,
      SimilarCases similar) {
    this.access = access;
    this.merging = merging;
    this.cases = cases;
    this.merged = merged;
    this.similar = similar;
  }

  @GetMapping("/cases/{number}/merge")
  @Allowed(Right.MERGE)
  Answer choose(@PathVariable String number, Person person) {
    return page(require(person, number), "", "", Problems.none());
  }

  @PostMapping("/cases/{number}/merge")
  @Allowed(Right.MERGE)
  Answer merge(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String into,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    CaseFile file = require(person, number);
    String chosen = other.isBlank() ? into : other.strip();
    Optional<CaseFile> leader =
        chosen.length() > NUMBER_MAX ? Optional.empty() : access.seen(person, chosen);
    Problems problems = checked(reason);
    if (leader.isEmpty()) {
      return page(file, chosen, reason, problems.add("other", "merge.into.wrong"));
    }
    if (!problems.isEmpty()) {
      return page(file, chosen, reason, problems);
    }
    try {
      merging.merge(number, leader.get(), order(person, number, reason));
    } catch (MergeRefused refused) {
      return page(file, chosen, reason, refused(problems, refused));
    }
    return Redirect.to("/cases/" + number).saying("merge.done", leader.get().number());
  }

  @PostMapping("/cases/{number}/part")
  @Allowed(Right.MERGE)
  Answer part(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason, Person person) {
    CaseFile file = require(person, number);
    Problems problems = checked(reason);
    if (!problems.isEmpty()) {
      return page(file, "", reason, problems);
    }
    try {
      merging.part(number, order(person, number, reason));
    } catch (MergeRefused refused) {
      return page(file, "", reason, refused(problems, refused));
    }
    return Redirect.to("/cases/" + number).saying("merge.parted");
  }

  private static Problems refused(Problems problems, MergeRefused refused) {
    String sentence = "merge.refused." + refused.code();
    return problems.add("other", sentence);
  }

  private static Problems checked(String reason) {
    String text = reason.strip();
    return text.length() >= 2 && text.length() <= REASON_MAX && StorableText.holds(text)
        ? Problems.none()
        : Problems.none().add("reason", "intervene.reason.wrong", 2, REASON_MAX);
  }

  private Order order(Person person, String number, String reason) {
    Caller caller = access.callerFor(person, number).orElseThrow(NoSuchPage::new);
    return new Order(caller, person.id(), reason.strip());
  }

  private CaseFile require(Person person, String number) {
    return access.seen(person, number).orElseThrow(NoSuchPage::new);
  }

  private MergePage page(CaseFile file, String into, String reason, Problems problems) {
    return new MergePage(
        file.number(),
        file.about().title(),
        merged.leaderOf(file.id()).map(leader -> cases.get(leader).number()).orElse(null),
        similar.like(file).stream().map(MergePage::like).toList(),
        into,
        reason,
        problems);
  }
}
