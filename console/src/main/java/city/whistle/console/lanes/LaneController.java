package city.whistle.console.lanes;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.lanes.LaneDesk.PostForm;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.lane.Lane;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One lane, and who answers for it. */
@Controller
class LaneController {

  private final LaneDesk desk;
  private final LanePages pages;
  private final LaneAccess access;
  private final ActionLog log;

  LaneController(LaneDesk desk, LanePages pages, LaneAccess access, ActionLog log) {
    this.desk = desk;
    this.pages = pages;
    this.access = access;
    this.log = log;
  }

  @GetMapping("/lanes/{id}")
  @Allowed(Right.LANES)
  Answer show(@PathVariable String id, Person person) {
    return page(person, desk.seen(person, id), new PostForm("chief", "", ""), Problems.none());
  }

  /** Gives somebody a post from a day on. */
  @PostMapping("/lanes/{id}/posts")
  @Allowed(Right.LANE_POSTS)
  Answer appoint(@PathVariable String id, PostForm form, Person person) {
    Lane lane = desk.seen(person, id);
    Problems problems = Problems.none();
    if (!desk.appoint(person, lane, form, problems)) {
      return page(person, lane, form, problems);
    }
    log.done(person.id(), new Deed("lanePost", null, null, id), note(form));
    return Redirect.to("/lanes/" + id).saying("lane.appointed");
  }

  /**
   * Relieves somebody of a post from a day on.
   *
   * @param leaving post and account, parted by a colon
   */
  @PostMapping("/lanes/{id}/posts/end")
  @Allowed(Right.LANE_POSTS)
  Answer relieve(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String leaving,
      @RequestParam(defaultValue = "") String end,
      Person person) {
    Lane lane = desk.seen(person, id);
    String[] parts = (leaving + ":").split(":", 3);
    PostForm form = new PostForm(parts[0], parts[1], end);
    Problems problems = Problems.none();
    if (!desk.relieve(person, lane, form, problems)) {
      return page(person, lane, new PostForm("chief", "", ""), problems);
    }
    log.done(person.id(), new Deed("lanePostEnd", null, null, id), note(form));
    return Redirect.to("/lanes/" + id).saying("lane.relieved");
  }

  private static String note(PostForm form) {
    return form.post() + " " + form.person() + " " + form.from();
  }

  private Answer page(Person person, Lane lane, PostForm form, Problems problems) {
    return pages.of(person, lane, access.keeps(person, lane) ? form : null, problems);
  }
}
