package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Variable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A process instance as searches show it. */
record Instance(CamundaClient client, long key) {

  private static final int ALL = 1000;

  ProcessInstanceState state() {
    return client.newProcessInstanceGetRequest(key).send().join().getState();
  }

  void isCompleted() {
    assertThat(incidents()).extracting(Incident::getErrorMessage).isEmpty();
    assertThat(active()).isEmpty();
    assertThat(state()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  List<ElementInstance> elements() {
    return client
        .newElementInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(key))
        .page(p -> p.limit(ALL))
        .send()
        .join()
        .items();
  }

  private List<String> inState(ElementInstanceState state) {
    return elements().stream()
        .filter(element -> element.getState() == state)
        .filter(element -> element.getType() != ElementInstanceType.PROCESS)
        .map(ElementInstance::getElementId)
        .toList();
  }

  List<String> active() {
    return inState(ElementInstanceState.ACTIVE);
  }

  List<String> completed() {
    return inState(ElementInstanceState.COMPLETED);
  }

  List<String> terminated() {
    return inState(ElementInstanceState.TERMINATED);
  }

  /** Key of the only instance of the element. */
  long keyOf(String elementId) {
    List<ElementInstance> found =
        elements().stream().filter(element -> element.getElementId().equals(elementId)).toList();
    assertThat(found).as("instances of " + elementId).hasSize(1);
    return found.get(0).getElementInstanceKey();
  }

  List<String> flows() {
    return client.newProcessInstanceSequenceFlowsRequest(key).send().join().stream()
        .map(flow -> flow.getElementId())
        .toList();
  }

  /** The process's own variables, as JSON. */
  Map<String, String> variables() {
    return variablesOf(key);
  }

  /** The variables of one scope, as JSON. */
  Map<String, String> variablesOf(long scopeKey) {
    Map<String, String> found = new TreeMap<>();
    for (Variable variable :
        client
            .newVariableSearchRequest()
            .filter(f -> f.processInstanceKey(key).scopeKey(scopeKey))
            .page(p -> p.limit(ALL))
            .send()
            .join()
            .items()) {
      found.put(variable.getName(), variable.getValue());
    }
    return found;
  }

  List<Incident> incidents() {
    return client
        .newIncidentSearchRequest()
        .filter(f -> f.processInstanceKey(key).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items();
  }

  Incident incident(IncidentErrorType type, String elementId) {
    List<Incident> incidents = incidents();
    assertThat(incidents).hasSize(1);
    Incident incident = incidents.get(0);
    assertThat(incident.getErrorType()).as(incident.getErrorMessage()).isEqualTo(type);
    assertThat(incident.getElementId()).isEqualTo(elementId);
    return incident;
  }

  /** Sets variables where they are, else in the process, then tries again what stopped. */
  void repair(Map<String, Object> variables) {
    if (!variables.isEmpty()) {
      setVariables(key, variables, false);
    }
    incidents()
        .forEach(
            incident -> client.newResolveIncidentCommand(incident.getIncidentKey()).send().join());
  }

  void setVariables(long scopeKey, Map<String, Object> variables, boolean local) {
    client.newSetVariablesCommand(scopeKey).variables(variables).local(local).send().join();
  }

  void cancel() {
    client.newCancelInstanceCommand(key).send().join();
  }

  /** Instances that this one called, oldest first. */
  List<Instance> called() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(f -> f.parentProcessInstanceKey(key))
        .send()
        .join()
        .items()
        .stream()
        .map(found -> new Instance(client, found.getProcessInstanceKey()))
        .toList();
  }
}
