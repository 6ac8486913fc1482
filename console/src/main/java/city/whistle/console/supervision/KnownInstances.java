package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds instances, as far as a person may know of their cases. */
@Component
class KnownInstances {

  private final EngineInstances engine;
  private final InstanceCases cases;

  KnownInstances(EngineInstances engine, InstanceCases cases) {
    this.engine = engine;
    this.cases = cases;
  }

  /**
   * @throws NoSuchPage where there is none, or none that the person may know of
   */
  KnownInstance require(Person person, long key) {
    ProcessInstance instance = engine.find(key).orElseThrow(NoSuchPage::new);
    long root =
        engine.callers(key).stream()
            .findFirst()
            .map(ProcessInstanceCallHierarchyEntryResponse::getProcessInstanceKey)
            .orElse(key);
    // whose the outermost is, those are that it called
    Map<Long, Optional<CaseFile>> known = cases.of(person, List.of(root));
    if (!known.containsKey(root)) {
      throw new NoSuchPage();
    }
    return new KnownInstance(instance, known.get(root), root);
  }
}
