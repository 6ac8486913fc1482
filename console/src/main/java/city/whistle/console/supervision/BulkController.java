package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.Bulk.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One action on many cases: frozen, shown, started once, followed to its end. */
@Controller
class BulkController {

  private static final String ONE = "/supervision/bulk/{id:[0-9a-f-]{1,36}}";
  private static final Set<String> ACTIONS = Set.of(Bulk.URGE, Bulk.REASSIGN, Bulk.RETRY);

  private final BulkSelection selection;
  private final BulkStore store;
  private final BulkRunner runner;
  private final BulkPages pages;
  private final BulkPeople people;

  BulkController(
      BulkSelection selection,
      BulkStore store,
      BulkRunner runner,
      BulkPages pages,
      BulkPeople people) {
    this.selection = selection;
    this.store = store;
    this.runner = runner;
    this.pages = pages;
    this.people = people;
  }

  /**
   * @param number the chosen cases
   * @param all whether it is all cases of the list, whatever was chosen
   */
  @PostMapping("/supervision/bulk")
  @Allowed(Right.INTERVENE)
  Answer choose(
      @RequestParam(defaultValue = "") String action,
      @RequestParam(required = false) List<String> number,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) String stuck,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String unit,
      Person person) {
    SupervisionFilter filter = SupervisionFilter.of(stuck, area, unit, null);
    Redirect back = Redirect.to(filter.path());
    if (!ACTIONS.contains(action)) {
      return back.saying("bulk.noAction");
    }
    Optional<UUID> frozen =
        all
            ? selection.ofList(person, action, filter)
            : selection.ofCases(
                person,
                action,
                filter.path(),
                number == null ? List.of() : new LinkedHashSet<>(number));
    return frozen
        .map(id -> Redirect.to(BulkPages.path(id)))
        .orElseGet(() -> back.saying("bulk.nothingChosen"));
  }

  /**
   * @param from place of the first row to show
   */
  @GetMapping(ONE)
  @Allowed(Right.INTERVENE)
  Answer show(@PathVariable String id, @RequestParam(defaultValue = "1") int from, Person person) {
    return pages.page(person, pages.require(person, id), from, "", ActionForm.empty());
  }

  /**
   * @param to id of a person, or {@code -} for the tasks' groups; empty where that isn't asked
   * @param seal of what was shown; absent where nothing had to be chosen first
   */
  @PostMapping(ONE)
  @Allowed(Right.INTERVENE)
  Answer start(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) UUID seal,
      Person person) {
    Bulk bulk = pages.require(person, id);
    Redirect page = Redirect.to(BulkPages.path(bulk.id()));
    if (bulk.started() != null) {
      return page;
    }
    if (bulk.cohort() != null && (seal == null || !seal.equals(bulk.cohort().seal()))) {
      return page.saying("bulk.changed");
    }
    ActionForm sent = ActionForm.sent(reason);
    List<Item> items = store.items(bulk.id(), 1, BulkSelection.ITEMS_MAX);
    boolean asked = bulk.action().equals(Bulk.REASSIGN);
    if (asked && people.tasksOf(to, items).isEmpty()) {
      sent.problems().add("to", "intervene.to.missing");
    }
    if (!sent.problems().isEmpty()) {
      return pages.page(person, bulk, 1, to, sent);
    }
    if (store.start(
        bulk.id(),
        seal,
        asked ? to : bulk.to(),
        sent.reason(),
        asked ? people.notFor(to, items) : List.of(),
        "notHis")) {
      runner.wake();
    }
    return page;
  }
}
