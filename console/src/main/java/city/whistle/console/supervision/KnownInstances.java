package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds instances, as far as a person may know of their cases. */
@Component
class KnownInstances {

  private final EngineInstances engine;
  private final EngineCohorts cohorts;
  private final InstanceCases cases;

  KnownInstances(EngineInstances engine, EngineCohorts cohorts, InstanceCases cases) {
    this.engine = engine;
    this.cohorts = cohorts;
    this.cases = cases;
  }

  /**
   * @throws NoSuchPage where there is none, or none that the person may know of
   */
  KnownInstance require(Person person, long key) {
    return of(person, engine.find(key).stream()).findFirst().orElseThrow(NoSuchPage::new);
  }

  /** Those of them that there are and that the person may know of. */
  List<KnownInstance> of(Person person, Collection<Long> keys) {
    return of(person, cohorts.find(keys).stream()).toList();
  }

  private Stream<KnownInstance> of(Person person, Stream<ProcessInstance> found) {
    Map<ProcessInstance, Long> roots = new LinkedHashMap<>();
    found.forEach(one -> roots.put(one, root(one)));
    // whose the outermost is, those are that it called
    Map<Long, Optional<CaseFile>> known = cases.of(person, Set.copyOf(roots.values()));
    return roots.entrySet().stream()
        .filter(one -> known.containsKey(one.getValue()))
        .map(one -> new KnownInstance(one.getKey(), known.get(one.getValue()), one.getValue()));
  }

  private long root(ProcessInstance one) {
    long key = one.getProcessInstanceKey();
    return one.getParentProcessInstanceKey() == null
        ? key
        : engine.callers(key).stream()
            .findFirst()
            .map(ProcessInstanceCallHierarchyEntryResponse::getProcessInstanceKey)
            .orElse(key);
  }
}
