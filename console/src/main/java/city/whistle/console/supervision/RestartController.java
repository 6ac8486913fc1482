package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.StuckCases;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has the process of an abandoned case started anew. */
@Controller
class RestartController {

  private final StuckList list;
  private final StuckCases stuck;
  private final Interventions interventions;

  RestartController(StuckList list, StuckCases stuck, Interventions interventions) {
    this.list = list;
    this.stuck = stuck;
    this.interventions = interventions;
  }

  @GetMapping("/supervision/cases/{number}/restart")
  @Allowed(Right.INTERVENE)
  Answer preview(@PathVariable String number, Person person) {
    return page(list.require(person, number), ActionForm.empty());
  }

  @PostMapping("/supervision/cases/{number}/restart")
  @Allowed(Right.INTERVENE)
  Answer restart(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason, Person person) {
    CaseFile file = list.require(person, number);
    ActionForm sent = ActionForm.sent(reason);
    return sent.act(
        form -> page(file, form),
        () -> {
          interventions.restart(person, file, sent.reason());
          return Redirect.to(ActionPage.caseAt(file)).saying("intervene.restart.done");
        });
  }

  private ActionPage page(CaseFile file, ActionForm form) {
    boolean possible = stuck.isAbandoned(file);
    return ActionPage.ofCase("restart", file, form, preview(file, possible)).unless(possible);
  }

  private static Message preview(CaseFile file, boolean possible) {
    if (!possible) {
      return Message.of("intervene.restart.runs");
    }
    return file.owner() == null
        ? Message.of("intervene.restart.begin")
        : Message.of("intervene.restart.owner", file.owner().name());
  }
}
