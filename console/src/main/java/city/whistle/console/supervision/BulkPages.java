package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.BulkPage.Choice;
import city.whistle.console.supervision.BulkPage.Outcome;
import city.whistle.console.supervision.BulkPage.Row;
import city.whistle.workers.calendar.CityTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes of a bulk what people read. */
@Component
class BulkPages {

  private static final int ROWS = 100;

  private final BulkStore store;
  private final BulkPeople people;
  private final BulkPlans plans;
  private final StuckList list;
  private final CityTime time;

  BulkPages(BulkStore store, BulkPeople people, BulkPlans plans, StuckList list, CityTime time) {
    this.store = store;
    this.people = people;
    this.plans = plans;
    this.list = list;
    this.time = time;
  }

  static String path(UUID id) {
    return "/supervision/bulk/" + id;
  }

  BulkPage page(Person person, Bulk bulk, int from, String to, ActionForm form) {
    Map<State, Integer> counts = store.counts(bulk.id());
    Cut<Item> cut = Cut.of(store.items(bulk.id(), Math.max(1, from), Cut.wanted(ROWS)), ROWS);
    int pending = counts.getOrDefault(State.PENDING, 0);
    return new BulkPage(
        bulk.action(),
        path(bulk.id()),
        bulk.list(),
        bulk.cohort() == null ? BulkSelection.ITEMS_MAX : BulkCohorts.INSTANCES_MAX,
        bulk.cutOff(),
        bulk.started() != null,
        bulk.ended() != null,
        bulk.started() == null && bulk.expires().isBefore(time.now()),
        pending,
        counts.values().stream().mapToInt(n -> n).sum()
            - pending
            - counts.getOrDefault(State.LEFT, 0),
        outcomes(counts),
        cut.shown().stream().map(item -> row(person, bulk, item)).toList(),
        cut.next(last -> path(bulk.id()) + "?from=" + (last.n() + 1)),
        choices(bulk),
        to,
        bulk.cohort() == null ? null : plans.of(bulk, pending > 0),
        form);
  }

  private List<Choice> choices(Bulk bulk) {
    return bulk.action().equals(Bulk.REASSIGN) && bulk.started() == null
        ? people.choices(store.items(bulk.id(), 1, BulkSelection.ITEMS_MAX))
        : null;
  }

  private static List<Outcome> outcomes(Map<State, Integer> counts) {
    return Arrays.stream(State.values())
        .filter(counts::containsKey)
        .map(state -> new Outcome(state.wireName(), counts.get(state)))
        .toList();
  }

  private Row row(Person person, Bulk bulk, Item item) {
    String number = item.number().isEmpty() ? String.valueOf(item.instance()) : item.number();
    return new Row(
        item.instance() == null
            ? ActionPage.caseAt(item.number())
            : KnownInstance.path(item.instance()),
        list.find(person, item.number()).map(file -> file.about().title()).orElse(number),
        number,
        item.step(),
        bulk.action().equals(Bulk.RETRY) ? item.detail() : "",
        item.state().wireName(),
        item.answer());
  }

  /**
   * Whoever began it sees it.
   *
   * @throws NoSuchPage where there is none of his
   */
  Bulk require(Person person, String id) {
    try {
      return store
          .find(UUID.fromString(id))
          .filter(bulk -> bulk.who().equals(person.id()))
          .orElseThrow(NoSuchPage::new);
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage();
    }
  }
}
