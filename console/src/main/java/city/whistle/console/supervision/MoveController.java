package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.PlanPage.Choice;
import city.whistle.console.supervision.PlanPage.Select;
import city.whistle.console.supervision.StepGraph.Node;
import city.whistle.console.supervision.TokenMoves.Standing;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.api.search.response.ElementInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Moves an instance from where it stands to another step, after showing what that does. What is
 * sent names the very element that was shown: where it is over by now, nothing is done.
 */
@Controller
class MoveController {

  private static final String PATH = "/supervision/instances/{instance:\\d{1,18}}/move";

  private final KnownInstances known;
  private final EngineAbilities abilities;
  private final TokenMoves moves;
  private final InstanceInterventions interventions;

  MoveController(
      KnownInstances known,
      EngineAbilities abilities,
      TokenMoves moves,
      InstanceInterventions interventions) {
    this.known = known;
    this.abilities = abilities;
    this.moves = moves;
    this.interventions = interventions;
  }

  /**
   * @param from key of the element to leave; absent until it is chosen
   * @param to id of the element to begin
   */
  @GetMapping(PATH)
  @Allowed(Right.INTERVENE)
  Answer preview(
      @PathVariable("instance") long key,
      @RequestParam(required = false) Long from,
      @RequestParam(defaultValue = "") String to,
      Person person) {
    KnownInstance of = require(person, key);
    return page(of, moves.standing(of), from, to, ActionForm.empty());
  }

  @PostMapping(PATH)
  @Allowed(Right.INTERVENE)
  Answer move(
      @PathVariable("instance") long key,
      @RequestParam(required = false) Long from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    KnownInstance of = require(person, key);
    Standing at = moves.standing(of);
    ActionForm sent = ActionForm.sent(reason);
    PlanPage shown = page(of, at, from, to, sent);
    if (!shown.isSure()) {
      return shown;
    }
    String left = at.at(from).orElseThrow(NoSuchPage::new).getElementId();
    return sent.act(
        form -> page(of, at, from, to, form),
        () -> {
          interventions.move(person, of, from, left, to, sent.reason());
          return Redirect.to(of.path()).saying("move.done");
        });
  }

  private KnownInstance require(Person person, long key) {
    if (!abilities.movesTokens().orElse(false)) {
      throw new NoSuchPage();
    }
    return known.require(person, key);
  }

  private PlanPage page(KnownInstance of, Standing at, Long from, String to, ActionForm form) {
    Optional<ElementInstance> left = Optional.ofNullable(from).flatMap(at::at);
    Optional<Node> begun = at.graph().begun(to);
    Message wrong = null;
    List<Message> preview = List.of();
    if (!of.isRunning()) {
      wrong = Message.of("move.over");
    } else if (from != null && left.isEmpty()) {
      wrong = Message.of("move.gone");
    } else if (from != null && begun.isEmpty()) {
      wrong = Message.of("move.whereTo");
    } else if (left.isPresent()) {
      wrong = moves.hindrance(of, at, left.get(), begun.get()).orElse(null);
      preview = wrong == null ? moves.preview(of, at, left.get(), begun.get()) : List.of();
    }
    return PlanPage.of(
        "move",
        of,
        null,
        at.active().isEmpty() ? Message.of("move.nowhere") : null,
        selects(at, from, to),
        wrong,
        preview,
        Map.of("from", String.valueOf(from), "to", to),
        form);
  }

  private static List<Select> selects(Standing at, Long from, String to) {
    return List.of(
        new Select(
            "from",
            Message.of("move.from"),
            null,
            false,
            at.active().stream().map(MoveController::place).toList(),
            String.valueOf(from)),
        to(at.graph(), to));
  }

  /** To which step. */
  static Select to(StepGraph graph, String chosen) {
    return new Select(
        "to",
        Message.of("move.to"),
        null,
        true,
        graph.begun().stream().map(node -> Choice.step(node.id(), node.name())).toList(),
        chosen);
  }

  private static Choice place(ElementInstance one) {
    return Choice.step(
        String.valueOf(one.getElementInstanceKey()),
        one.getElementId(),
        one.getElementName(),
        CityTime.inCity(one.getStartDate()));
  }
}
