package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.SupervisorUrges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Urges the unit that has a case. */
@Controller
class UrgeController {

  private final StuckList list;
  private final SupervisorUrges urges;
  private final Interventions interventions;

  UrgeController(StuckList list, SupervisorUrges urges, Interventions interventions) {
    this.list = list;
    this.urges = urges;
    this.interventions = interventions;
  }

  @GetMapping("/supervision/cases/{number}/urge")
  @Allowed(Right.INTERVENE)
  Answer preview(@PathVariable String number, Person person) {
    return page(list.require(person, number), ActionForm.empty());
  }

  @PostMapping("/supervision/cases/{number}/urge")
  @Allowed(Right.INTERVENE)
  Answer urge(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason, Person person) {
    CaseFile file = list.require(person, number);
    ActionForm sent = ActionForm.sent(reason);
    return sent.act(
        form -> page(file, form),
        () -> {
          interventions.urge(person, file, sent.reason());
          return Redirect.to(ActionPage.caseAt(file))
              .saying("intervene.urge.done", file.owner().name());
        });
  }

  private ActionPage page(CaseFile file, ActionForm form) {
    return urges.isHeard(file)
        ? ActionPage.ofCase(
            "urge",
            file,
            form,
            Message.of("intervene.urge.preview", file.owner().name()),
            Message.of("intervene.urge.often"))
        : ActionPage.ofCase("urge", file, form, Message.of("intervene.urge.notHeard"))
            .unless(false);
  }
}
