package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.ActionPage.Target;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.console.tasks.Refused;
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
    return page(file, instances.hindrances(file), "", Problems.none(), null);
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
    Problems problems = ActionForm.check(reason);
    if (!problems.isEmpty() || shown.isEmpty()) {
      return page(file, shown, reason, problems, null);
    }
    for (Hindrance hindrance : shown) {
      try {
        interventions.retry(person, file, hindrance, reason.strip());
      } catch (Refused e) {
        return page(file, instances.hindrances(file), reason, Problems.none(), e.getMessage());
      }
    }
    return Redirect.to("/supervision/cases/" + number).saying("intervene.retry.done", shown.size());
  }

  private static ActionPage page(
      CaseFile file, List<Hindrance> found, String reason, Problems problems, String refusal) {
    String path = "/supervision/cases/" + file.number();
    return new ActionPage(
        "retry",
        file.number(),
        file.about().title(),
        path + "/retry",
        path,
        List.of(
            found.isEmpty()
                ? Message.of("intervene.retry.nothing")
                : Message.of("intervene.retry.preview", found.size())),
        !found.isEmpty(),
        found.stream()
            .map(one -> new Target(one.key(), one.element(), one.kind(), one.since()))
            .toList(),
        null,
        "",
        reason,
        problems,
        refusal);
  }
}
