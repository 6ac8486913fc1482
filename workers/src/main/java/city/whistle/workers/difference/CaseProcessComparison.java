package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import city.whistle.workers.difference.EngineInventory.Page;
import city.whistle.workers.stuck.EngineView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Goes along the cases' processes that run: has each a case that is open, and its own? */
@Component
class CaseProcessComparison {

  private static final String PROCESS = "complaint-case";
  private static final String CASE_ID = "caseId";
  private static final int PAGES_MAX = 2000;

  private final RegistrySubjects subjects;
  private final EngineInventory engine;
  private final EngineView view;
  private final Strays strays;

  CaseProcessComparison(
      RegistrySubjects subjects, EngineInventory engine, EngineView view, Strays strays) {
    this.subjects = subjects;
    this.engine = engine;
    this.view = view;
    this.strays = strays;
  }

  void compare(Findings findings) {
    String cursor = null;
    int pages = 0;
    do {
      Page page = engine.running(PROCESS, cursor);
      compare(page.items(), findings);
      cursor = page.cursor();
    } while (cursor != null && ++pages < PAGES_MAX);
    if (cursor != null) {
      findings.cutOff();
    }
  }

  /** Of these instances those that have no open case, or never got one. */
  void compare(List<Instance> page, Findings findings) {
    Map<Long, UUID> ids = ids(page);
    Map<Object, Subject> known = known(page, ids);
    for (Instance instance : page) {
      Object name =
          instance
              .tagged(CaseComparison.TAG)
              .map(Object.class::cast)
              .orElse(ids.get(instance.key()));
      Subject subject = known.get(name);
      if (!stillNeeded(instance, subject)) {
        strays.compare(instance, subject, findings);
      }
    }
  }

  /** Of those that somebody began himself, which have no tag; none before they have registered. */
  private Map<Long, UUID> ids(List<Instance> page) {
    List<Long> untagged =
        page.stream()
            .filter(instance -> instance.tagged(CaseComparison.TAG).isEmpty())
            .map(Instance::key)
            .toList();
    Map<Long, UUID> ids = new HashMap<>();
    Map<Long, Map<String, JsonNode>> variables = engine.variables(untagged, Set.of(CASE_ID));
    variables.forEach((key, own) -> ids.put(key, SubjectIds.read(own.get(CASE_ID))));
    return ids;
  }

  private Map<Object, Subject> known(List<Instance> page, Map<Long, UUID> ids) {
    List<String> numbers =
        page.stream()
            .map(instance -> instance.tagged(CaseComparison.TAG))
            .flatMap(Optional::stream)
            .toList();
    Map<Object, Subject> known = new HashMap<>();
    for (Subject subject :
        subjects.cases(ids.values().stream().filter(Objects::nonNull).toList(), numbers)) {
      known.put(subject.number(), subject);
      known.put(subject.id(), subject);
    }
    return known;
  }

  /** A whistle or a supervision that was begun beside a case outlives it. */
  private boolean stillNeeded(Instance instance, Subject subject) {
    return subject != null
        && subject.isOver()
        && Optional.ofNullable(view.instances(List.of(instance.key())).get(instance.key()))
            .filter(tree -> tree.running().size() == 1)
            .isEmpty();
  }
}
