package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.console.supervision.Bulk.Cohort;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.BulkPage.Said;
import city.whistle.console.supervision.ManyChange.Verdict;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Freezes instances that stand at one step, and says of each what it would do to move or migrate
 * it. Only what stands where it was shown is acted on.
 */
@Component
class BulkCohorts {

  /** About each of them the engine is asked several questions before anything is shown. */
  static final int INSTANCES_MAX = 200;

  private static final int AT_ONCE = 100;

  /** Of a list that is mostly others', no more is looked at. */
  private static final int PAGES_MAX = 20;

  private final KnownInstances known;
  private final EngineInstances engine;
  private final EngineProcesses processes;
  private final BulkStore store;

  BulkCohorts(
      KnownInstances known, EngineInstances engine, EngineProcesses processes, BulkStore store) {
    this.known = known;
    this.engine = engine;
    this.processes = processes;
    this.store = store;
  }

  /**
   * These instances; one that the person may not know of is passed over.
   *
   * @return its id; empty where there is none of them
   */
  Optional<UUID> ofInstances(
      Person person, String action, String list, Cohort cohort, Set<Long> keys) {
    List<Long> some = keys.stream().limit(INSTANCES_MAX).toList();
    return freeze(person, action, list, cohort, known.of(person, some), some.size() < keys.size());
  }

  /**
   * All instances that stand at the step, as far as they may be chosen at once.
   *
   * @param hindered only those that can't go on there
   */
  Optional<UUID> ofList(
      Person person, String action, String list, Cohort cohort, long key, boolean hindered) {
    List<KnownInstance> found = new ArrayList<>();
    String after = null;
    boolean more = true;
    for (int page = 0; more && page < PAGES_MAX && found.size() <= INSTANCES_MAX; page++) {
      SearchResponse<ProcessInstance> some =
          processes.instances(key, cohort.element(), hindered, after, AT_ONCE);
      found.addAll(
          known.of(
              person, some.items().stream().map(ProcessInstance::getProcessInstanceKey).toList()));
      more = some.items().size() == AT_ONCE;
      after = some.page().endCursor();
    }
    return freeze(person, action, list, cohort, found, more || found.size() > INSTANCES_MAX);
  }

  private Optional<UUID> freeze(
      Person person,
      String action,
      String list,
      Cohort cohort,
      List<KnownInstance> found,
      boolean cutOff) {
    List<Item> items = found.stream().flatMap(of -> items(of, cohort, action).stream()).toList();
    List<Item> some = items.subList(0, Math.min(items.size(), INSTANCES_MAX));
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(
            store.freeze(
                person.id(), action, list, cutOff || some.size() < items.size(), some, cohort));
  }

  /** A token that stands there; of an instance with several, each can be moved. */
  private List<Item> items(KnownInstance of, Cohort cohort, String action) {
    Optional<String> why = otherwise(of, cohort);
    if (why.isPresent()) {
      return List.of(Item.left(of, why.get()));
    }
    List<Item> standing =
        engine.active(of.key()).stream()
            .filter(one -> one.getElementId().equals(cohort.element()))
            .map(one -> Item.standing(of, one.getElementInstanceKey(), cohort.element()))
            .toList();
    if (standing.isEmpty()) {
      return List.of(Item.left(of, "elsewhere"));
    }
    return action.equals(Bulk.MIGRATE) ? standing.subList(0, 1) : standing;
  }

  private static Optional<String> otherwise(KnownInstance of, Cohort cohort) {
    if (!of.isRunning()) {
      return Optional.of("ended");
    }
    ProcessInstance one = of.instance();
    return one.getProcessDefinitionId().equals(cohort.process())
            && one.getProcessDefinitionVersion() == cohort.version()
        ? Optional.empty()
        : Optional.of("otherVersion");
  }

  /** Whether it can be done to the instance as it stands at this moment. */
  Verdict judge(Cohort cohort, ManyChange change, KnownInstance of, Item item) {
    Optional<String> why = otherwise(of, cohort);
    if (why.isPresent()) {
      return Verdict.no(why.get());
    }
    List<ElementInstance> active = engine.active(of.key());
    return active.stream().anyMatch(one -> one.getElementInstanceKey().equals(item.target()))
        ? change.judge(of, item)
        : Verdict.no("wentOn");
  }

  /**
   * Says of all that stood at the step what it would do to them, and keeps it.
   *
   * @param to id of a step, or number of a version
   * @param steps what was chosen for steps that the other version doesn't have so
   * @return false where it was started meanwhile, or may be no more
   */
  boolean aim(Person person, Bulk bulk, String to, Map<String, String> steps, ManyChange change) {
    List<Item> standing =
        store.items(bulk.id(), 1, INSTANCES_MAX).stream()
            .filter(item -> item.target() != null)
            .toList();
    Map<Long, KnownInstance> found =
        known.of(person, standing.stream().map(Item::instance).distinct().toList()).stream()
            .collect(Collectors.toMap(KnownInstance::key, Function.identity()));
    Map<Message, Integer> says = new LinkedHashMap<>();
    Map<String, String> asked = new LinkedHashMap<>();
    List<Item> judged = new ArrayList<>();
    for (Item item : standing) {
      KnownInstance of = found.get(item.instance());
      Verdict verdict =
          of == null ? Verdict.no("notYours") : judge(bulk.cohort(), change, of, item);
      verdict.asked().forEach(id -> asked.put(id, steps.getOrDefault(id, "")));
      verdict.preview().forEach(sentence -> says.merge(sentence, 1, Integer::sum));
      judged.add(
          item.judged(
              verdict.isYes() ? State.PENDING : State.LEFT, verdict.why(), verdict.detail()));
    }
    return store.aim(bulk.id(), to, asked, said(says), judged);
  }

  private static List<Said> said(Map<Message, Integer> says) {
    return says.entrySet().stream().map(one -> new Said(one.getKey(), one.getValue())).toList();
  }
}
