package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.access.Caller;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.summons.SummonsState;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleRequests.WhistleIsOver;
import city.whistle.workers.whistle.WhistleViews;
import city.whistle.workers.whistle.WhistleViews.Shown;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has one unit more summoned to a whistle that goes on, by whoever blew it. */
@Controller
class AddUnitController {

  private final WhistleViews whistles;
  private final UnitChoices choices;
  private final Units units;
  private final Access access;
  private final ActionLog log;

  AddUnitController(
      WhistleViews whistles, UnitChoices choices, Units units, Access access, ActionLog log) {
    this.whistles = whistles;
    this.choices = choices;
    this.units = units;
    this.access = access;
    this.log = log;
  }

  @GetMapping("/whistles/{number}/units")
  @Allowed(Right.BLOW)
  Answer choose(
      @PathVariable String number, @RequestParam(defaultValue = "") String words, Person person) {
    return page(require(person, number), words, "", Problems.none());
  }

  @PostMapping("/whistles/{number}/units")
  @Allowed(Right.BLOW)
  Answer add(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String unitCode,
      Person person) {
    Found found = require(person, number);
    Problems problems = Problems.none();
    Optional<Unit> unit = units.find(unitCode);
    if (unit.isEmpty()) {
      return page(found, words, "", problems.add("unitCode", "whistle.add.missing"));
    }
    String why = found.whistle().state().about().reason();
    Deed deed = new Deed("summon", null, null, number + " " + unit.get().name());
    try {
      whistles.addUnit(found.blower(), number, unitCode);
    } catch (InvalidRequest refused) {
      log.refused(person.id(), deed, why, refused.getMessage());
      return page(found, words, unitCode, problems.add("unitCode", "whistle.add.refused"));
    } catch (WhistleIsOver over) {
      log.refused(person.id(), deed, why, over.getMessage());
      return page(
          require(person, number), words, unitCode, problems.add("unitCode", "whistle.add.over"));
    }
    log.done(person.id(), deed, why);
    return Redirect.to("/whistles/" + number).saying("whistle.add.done", unit.get().name());
  }

  /** The whistle, which the person's sub-district blew. */
  private Found require(Person person, String number) {
    return access.callers(person).stream()
        .flatMap(caller -> whistles.find(caller, number).stream())
        .findFirst()
        .flatMap(
            shown ->
                access
                    .blower(person, shown.state().about().streetCode())
                    .map(blower -> new Found(shown, blower)))
        .orElseThrow(NoSuchPage::new);
  }

  private AddUnitPage page(Found found, String words, String unitCode, Problems problems) {
    var about = found.whistle().state().about();
    Set<String> called = new HashSet<>(about.units());
    found.whistle().summonses().stream().map(SummonsState::unit).forEach(called::add);
    String sought = words.substring(0, Math.min(words.length(), BlowForm.WORDS_MAX));
    return new AddUnitPage(
        about.number(),
        about.reason(),
        sought,
        unitCode,
        choices.search(sought, units.find(about.streetCode()).orElseThrow(), called),
        found.whistle().isOver(),
        problems);
  }

  private record Found(Shown whistle, Caller blower) {}
}
