package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.StuckCase;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.stuck.StuckReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Freezes what one action would be done to: exactly this is done later, and nothing else. */
@Component
class BulkSelection {

  static final int ITEMS_MAX = 1000;

  private static final int AT_ONCE = 200;

  private final StuckList list;
  private final StuckCases stuck;
  private final CaseInstances instances;
  private final BulkStore store;

  BulkSelection(StuckList list, StuckCases stuck, CaseInstances instances, BulkStore store) {
    this.list = list;
    this.stuck = stuck;
    this.instances = instances;
    this.store = store;
  }

  /**
   * These cases; one that the person may not know of is passed over.
   *
   * @return its id; empty where there is none of them
   */
  Optional<UUID> ofCases(Person person, String action, String from, Collection<String> numbers) {
    Chosen chosen = new Chosen(action);
    numbers.stream()
        .limit(ITEMS_MAX)
        .flatMap(number -> list.find(person, number).stream())
        .forEach(
            file ->
                stuck
                    .of(file)
                    .ifPresentOrElse(
                        chosen::add, () -> chosen.put(Item.left(file.number(), "over"))));
    return freeze(person, action, from, chosen);
  }

  /** All cases of a list, as far as they may be chosen at once. */
  Optional<UUID> ofList(Person person, String action, SupervisionFilter filter) {
    Chosen chosen = new Chosen(action);
    SupervisionFilter rest = filter;
    CaseFile last;
    do {
      StuckCases.Page page = list.page(person, rest, AT_ONCE);
      page.items().forEach(chosen::add);
      last = page.last();
      rest = last == null ? rest : rest.after(last.number());
    } while (last != null && !chosen.cutOff);
    return freeze(person, action, filter.path(), chosen);
  }

  private Optional<UUID> freeze(Person person, String action, String from, Chosen chosen) {
    return chosen.items.isEmpty()
        ? Optional.empty()
        : Optional.of(store.freeze(person.id(), action, from, chosen.cutOff, chosen.items, null));
  }

  private final class Chosen {

    private final String action;
    private final List<Item> items = new ArrayList<>();
    private boolean cutOff;

    Chosen(String action) {
      this.action = action;
    }

    void add(StuckCase found) {
      if (items.size() >= ITEMS_MAX) {
        cutOff = true;
        return;
      }
      switch (action) {
        case Bulk.URGE -> put(urge(found));
        case Bulk.RETRY -> put(found, "nothingToRetry", retries(found));
        default -> put(found, "noTask", tasks(found));
      }
    }

    private void put(StuckCase found, String whyNone, List<Item> several) {
      if (several.isEmpty()) {
        put(Item.left(found.file().number(), whyNone));
      }
      several.forEach(this::put);
    }

    void put(Item item) {
      if (items.size() < ITEMS_MAX) {
        items.add(item);
      } else {
        cutOff = true;
      }
    }
  }

  private static Item urge(StuckCase found) {
    String number = found.file().number();
    return found.file().owner() == null || has(found, StuckReason.NOBODY)
        ? Item.left(number, "notHeard")
        : Item.pending(number, null, "", "");
  }

  private List<Item> retries(StuckCase found) {
    return has(found, StuckReason.INCIDENT)
        ? instances.hindrances(found.file()).stream().map(one -> retry(found, one)).toList()
        : List.of();
  }

  private static Item retry(StuckCase found, Hindrance one) {
    return Item.pending(found.file().number(), one.key(), one.element(), one.kind());
  }

  private List<Item> tasks(StuckCase found) {
    return found.waits().isEmpty()
        ? List.of()
        : instances.tasks(found.file()).stream().map(one -> task(found, one)).toList();
  }

  private static Item task(StuckCase found, WorkTask one) {
    return Item.pending(
        found.file().number(), one.key(), one.elementId(), String.join(",", one.groups()));
  }

  private static boolean has(StuckCase found, StuckReason reason) {
    return found.causes().stream().anyMatch(cause -> cause.why().equals(reason.wireName()));
  }
}
