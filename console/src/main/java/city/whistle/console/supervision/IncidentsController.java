package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.supervision.IncidentsPage.Group;
import city.whistle.console.supervision.IncidentsPage.Text;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Incidents by what fails, as far as the person may know of their cases. */
@Controller
class IncidentsController {

  private static final int INCIDENTS_MAX = 1000;
  private static final int TEXTS_MAX = 3;

  private final EngineProcesses processes;
  private final InstanceCases cases;

  IncidentsController(EngineProcesses processes, InstanceCases cases) {
    this.processes = processes;
    this.cases = cases;
  }

  @GetMapping("/supervision/incidents")
  @Allowed(Right.SUPERVISION)
  Answer list(Person person) {
    List<Incident> found = processes.incidents(INCIDENTS_MAX);
    Set<Long> known =
        cases
            .of(
                person,
                found.stream().map(Incident::getProcessInstanceKey).collect(Collectors.toSet()))
            .keySet();
    Map<Long, ProcessDefinition> definitions =
        processes.versions().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(ProcessDefinition::getProcessDefinitionKey, one -> one));
    List<Group> groups =
        found.stream()
            .filter(one -> known.contains(one.getProcessInstanceKey()))
            .filter(one -> definitions.containsKey(one.getProcessDefinitionKey()))
            .collect(Collectors.groupingBy(Place::of))
            .entrySet()
            .stream()
            .map(one -> group(one.getKey(), definitions, one.getValue()))
            .sorted(Comparator.comparingLong(Group::instances).reversed())
            .toList();
    return new IncidentsPage(groups, found.size() < INCIDENTS_MAX ? 0 : INCIDENTS_MAX);
  }

  private Group group(
      Place place, Map<Long, ProcessDefinition> definitions, List<Incident> incidents) {
    ProcessDefinition of = definitions.get(place.definitionKey());
    return new Group(
        of.getProcessDefinitionId(),
        of.getName(),
        of.getVersion(),
        place.elementId(),
        processes.drawn(place.definitionKey()).nameOf(place.elementId()),
        incidents.stream().map(Incident::getProcessInstanceKey).distinct().count(),
        ProcessVersions.instances(
            of.getProcessDefinitionId(), of.getVersion(), place.elementId(), true, null),
        incidents.stream()
            .map(one -> CityTime.inCity(one.getCreationTime()))
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        texts(incidents));
  }

  private static List<Text> texts(List<Incident> incidents) {
    return incidents.stream()
        .collect(Collectors.groupingBy(IncidentsController::text, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<Text, Long>comparingByValue().reversed())
        .limit(TEXTS_MAX)
        .map(one -> new Text(one.getKey().kind(), one.getKey().words(), one.getValue()))
        .toList();
  }

  private static Text text(Incident one) {
    return new Text(one.getErrorType().name(), one.getErrorMessage(), 0);
  }

  /** Where something fails. */
  private record Place(long definitionKey, String elementId) {

    static Place of(Incident incident) {
      return new Place(incident.getProcessDefinitionKey(), incident.getElementId());
    }
  }
}
