package city.whistle.console.supervision;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.supervision.ActionPage.Option;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.BulkPage.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** To whom many tasks can go, and which of them to whom. */
@Component
class BulkPeople {

  private final TaskPeople people;
  private final Accounts accounts;

  BulkPeople(TaskPeople people, Accounts accounts) {
    this.people = people;
    this.accounts = accounts;
  }

  /** Everybody to whom one of them can go, first who can have the most. */
  List<Choice> choices(Collection<Item> items) {
    List<Item> open = items.stream().filter(BulkPeople::isPending).toList();
    Set<String> groups =
        open.stream()
            .flatMap(one -> groups(one).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Choice> choices = new ArrayList<>();
    people.of(groups).stream()
        .map(one -> new Choice(new Option(one.id(), one.name()), count(open, isFor(one))))
        .sorted(Comparator.comparingInt(Choice::tasks).reversed())
        .forEach(choices::add);
    choices.add(new Choice(new Option(TaskPeople.BACK_TO_GROUP, ""), open.size()));
    return choices;
  }

  /** Those of them that can go there. */
  List<Item> tasksOf(String to, Collection<Item> items) {
    Predicate<Item> fits =
        to.equals(TaskPeople.BACK_TO_GROUP)
            ? any -> true
            : accounts.find(to).map(this::isFor).orElse(none -> false);
    return items.stream().filter(BulkPeople::isPending).filter(fits).toList();
  }

  /** Places of those that can't. */
  List<Integer> notFor(String to, Collection<Item> items) {
    List<Item> his = tasksOf(to, items);
    return items.stream()
        .filter(BulkPeople::isPending)
        .filter(one -> !his.contains(one))
        .map(Item::n)
        .toList();
  }

  private Predicate<Item> isFor(Person person) {
    return item -> people.isOf(person, groups(item));
  }

  private static int count(List<Item> items, Predicate<Item> which) {
    return (int) items.stream().filter(which).count();
  }

  private static boolean isPending(Item item) {
    return item.state() == State.PENDING;
  }

  private static List<String> groups(Item item) {
    return List.of(item.detail().split(","));
  }
}
