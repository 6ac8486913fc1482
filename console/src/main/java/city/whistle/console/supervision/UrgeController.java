package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.EngineAway;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.SupervisorUrges;
import java.util.List;
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
    return page(list.require(person, number), "", Problems.none());
  }

  @PostMapping("/supervision/cases/{number}/urge")
  @Allowed(Right.INTERVENE)
  Answer urge(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason, Person person) {
    CaseFile file = list.require(person, number);
    Problems problems = ActionForm.check(reason);
    if (!problems.isEmpty()) {
      return page(file, reason, problems);
    }
    try {
      interventions.urge(person, file, reason.strip());
    } catch (SupervisorUrges.NobodyHears e) {
      return page(file, reason, Problems.none());
    } catch (EngineView.EngineAway e) {
      throw new EngineAway(e);
    }
    return Redirect.to("/supervision/cases/" + number)
        .saying("intervene.urge.done", file.owner().name());
  }

  private ActionPage page(CaseFile file, String reason, Problems problems) {
    boolean heard = isHeard(file);
    String path = "/supervision/cases/" + file.number();
    return new ActionPage(
        "urge",
        file.number(),
        file.about().title(),
        path + "/urge",
        path,
        heard
            ? List.of(
                Message.of("intervene.urge.preview", file.owner().name()),
                Message.of("intervene.urge.often"))
            : List.of(Message.of("intervene.urge.notHeard")),
        heard,
        List.of(),
        null,
        "",
        reason,
        problems,
        null);
  }

  private boolean isHeard(CaseFile file) {
    try {
      return urges.isHeard(file);
    } catch (EngineView.EngineAway e) {
      throw new EngineAway(e);
    }
  }
}
