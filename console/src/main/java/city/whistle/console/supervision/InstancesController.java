package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.supervision.InstancesPage.Row;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The instances behind a number of the drawing, as far as the person may know of their cases. */
@Controller
class InstancesController {

  private static final int PAGE = 50;

  private final EngineProcesses processes;
  private final InstanceCases cases;
  private final EngineAbilities abilities;
  private final Access access;

  InstancesController(
      EngineProcesses processes, InstanceCases cases, EngineAbilities abilities, Access access) {
    this.processes = processes;
    this.cases = cases;
    this.abilities = abilities;
    this.access = access;
  }

  @GetMapping("/supervision/processes/{id}/instances")
  @Allowed(Right.SUPERVISION)
  Answer list(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(required = false) String element,
      @RequestParam(defaultValue = "false") boolean incidents,
      @RequestParam(required = false) String after,
      Person person) {
    ProcessDefinition shown = ProcessController.chosen(processes.versions(id), version);
    long key = shown.getProcessDefinitionKey();
    SearchResponse<ProcessInstance> found =
        processes.instances(key, element, incidents, after, PAGE);
    List<Row> rows = rows(person, found.items());
    boolean acts = access.may(person, Right.INTERVENE);
    return new InstancesPage(
        id,
        shown.getName(),
        shown.getVersion(),
        ProcessVersions.path(id, shown.getVersion()),
        element,
        element == null ? null : processes.drawn(key).nameOf(element),
        incidents,
        rows,
        found.items().size() - rows.size(),
        found.items().size() < PAGE
            ? null
            : ProcessVersions.instances(
                id, shown.getVersion(), element, incidents, found.page().endCursor()),
        acts && element != null ? abilities.changes() : List.of(),
        acts ? notes(element) : List.of());
  }

  private List<String> notes(String element) {
    return element == null ? List.of("bulk.fromStep") : abilities.never();
  }

  private List<Row> rows(Person person, List<ProcessInstance> found) {
    Map<Long, Optional<CaseFile>> known =
        cases.of(person, found.stream().map(ProcessInstance::getProcessInstanceKey).toList());
    return found.stream()
        .filter(one -> known.containsKey(one.getProcessInstanceKey()))
        .map(one -> row(one, known.get(one.getProcessInstanceKey()).orElse(null)))
        .toList();
  }

  private static Row row(ProcessInstance one, CaseFile file) {
    return new Row(
        one.getProcessInstanceKey(),
        file == null ? null : file.number(),
        file == null ? null : file.about().title(),
        CityTime.inCity(one.getStartDate()),
        Boolean.TRUE.equals(one.getHasIncident()));
  }
}
