package city.whistle.console.casepage;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A lane's chief judges how a unit handled a case of his lane. */
@Controller
class JudgeController {

  private static final int MARK_MAX = 5;
  private static final int NOTE_MAX = 500;

  private final LaneBoxes lanes;
  private final ActionLog log;

  JudgeController(LaneBoxes lanes, ActionLog log) {
    this.lanes = lanes;
    this.log = log;
  }

  /** Once, when the case is over; what is wrong is said on the case's page. */
  @PostMapping("/cases/{number}/judgement")
  @Allowed(Right.JUDGE)
  Answer judge(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String note,
      Person person) {
    Redirect back = Redirect.to("/cases/" + number);
    var open = lanes.judged(person, number).orElseThrow(NoSuchPage::new);
    if (!open.judges()) {
      return back.saying("judge.wrong.over");
    }
    if (!mark.matches("[1-" + MARK_MAX + "]")) {
      return back.saying("judge.wrong.mark");
    }
    if (note.length() > NOTE_MAX) {
      return back.saying("judge.wrong.note");
    }
    boolean done = lanes.judge(person, number, Integer.parseInt(mark), note.strip());
    if (done) {
      String reason = note.isBlank() ? mark : note.strip();
      log.done(person.id(), new Deed("judge", number, null, mark), reason);
    }
    return back.saying(done ? "judge.done" : "judge.wrong.over");
  }
}
