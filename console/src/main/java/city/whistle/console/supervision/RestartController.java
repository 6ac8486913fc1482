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
import city.whistle.workers.stuck.CaseRestarts;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.StuckCases;
import java.util.List;
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
    return page(list.require(person, number), "", Problems.none());
  }

  @PostMapping("/supervision/cases/{number}/restart")
  @Allowed(Right.INTERVENE)
  Answer restart(
      @PathVariable String number, @RequestParam(defaultValue = "") String reason, Person person) {
    CaseFile file = list.require(person, number);
    Problems problems = ActionForm.check(reason);
    if (!problems.isEmpty()) {
      return page(file, reason, problems);
    }
    try {
      interventions.restart(person, file, reason.strip());
    } catch (CaseRestarts.NotAbandoned e) {
      return page(file, reason, Problems.none());
    } catch (EngineView.EngineAway e) {
      throw new EngineAway(e);
    }
    return Redirect.to("/supervision/cases/" + number).saying("intervene.restart.done");
  }

  private ActionPage page(CaseFile file, String reason, Problems problems) {
    boolean possible = isAbandoned(file);
    String path = "/supervision/cases/" + file.number();
    return new ActionPage(
        "restart",
        file.number(),
        file.about().title(),
        path + "/restart",
        path,
        List.of(preview(file, possible)),
        possible,
        List.of(),
        null,
        "",
        reason,
        problems,
        null);
  }

  private static Message preview(CaseFile file, boolean possible) {
    if (!possible) {
      return Message.of("intervene.restart.runs");
    }
    return file.owner() == null
        ? Message.of("intervene.restart.begin")
        : Message.of("intervene.restart.owner", file.owner().name());
  }

  private boolean isAbandoned(CaseFile file) {
    try {
      return stuck.isAbandoned(file);
    } catch (EngineView.EngineAway e) {
      throw new EngineAway(e);
    }
  }
}
