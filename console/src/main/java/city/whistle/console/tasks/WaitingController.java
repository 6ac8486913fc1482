package city.whistle.console.tasks;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for others; a part of the list of tasks, and a page by itself. */
@Controller
class WaitingController {

  private final WaitingCases cases;

  WaitingController(WaitingCases cases) {
    this.cases = cases;
  }

  /**
   * @param skip how many open cases the pages before have looked at
   */
  @GetMapping("/tasks/waiting")
  @Allowed(Right.FIGURES)
  Answer show(@RequestParam(defaultValue = "0") int skip, Person person) {
    return cases.page(person, Math.max(0, skip));
  }
}
