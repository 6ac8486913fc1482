package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.ActionPage.Target;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.workers.casefile.CaseFile;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has the engine try again what hinders a case: exactly what the preview showed. */
@Controller
class RetryController {

  private final StuckList list;
  private final CaseInstances instances;
  private final Interventions interventions;

  RetryController(StuckList list, CaseInstances instances, Interventions interventions) {
    this.list = list;
    this.instances = instances;
    this.interventions = interventions;
  }

  @GetMapping("/supervision/cases/{number}/retry")
  @Allowed(Right.INTERVENE)
  Answer preview(@PathVariable String number, Person person) {
    CaseFile file = list.require(person, number);
    return page(file, instances.hindrances(file), ActionForm.empty());
  }

  /**
   * @param incident keys of what the preview showed; one that is over by now is left alone
   */
  @PostMapping("/supervision/cases/{number}/retry")
  @Allowed(Right.INTERVENE)
  Answer retry(
      @PathVariable String number,
      @RequestParam(defaultValue = "") Set<Long> incident,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    CaseFile file = list.require(person, number);
    List<Hindrance> shown =
        instances.hindrances(file).stream().filter(one -> incident.contains(one.key())).toList();
    if (shown.isEmpty()) {
      return page(file, shown, ActionForm.sent(reason));
    }
    ActionForm sent = ActionForm.sent(reason);
    return sent.act(
        form -> page(file, form.refusal() == null ? shown : instances.hindrances(file), form),
        () -> {
          shown.forEach(one -> interventions.retry(person, file, one, sent.reason()));
          return Redirect.to(ActionPage.caseAt(file)).saying("intervene.retry.done", shown.size());
        });
  }

  private static ActionPage page(CaseFile file, List<Hindrance> found, ActionForm form) {
    return ActionPage.ofCase("retry", file, form, preview(found))
        .unless(!found.isEmpty())
        .on(found.stream().map(RetryController::target).toList());
  }

  private static Message preview(List<Hindrance> found) {
    return found.isEmpty()
        ? Message.of("intervene.retry.nothing")
        : Message.of("intervene.retry.preview", found.size());
  }

  private static Target target(Hindrance one) {
    return new Target(one.key(), one.element(), one.kind(), one.since());
  }
}
