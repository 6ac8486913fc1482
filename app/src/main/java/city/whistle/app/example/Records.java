package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.ProcessInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the engine tells of a case's or whistle's processes. */
final class Records {

  private final ObjectMapper json = new ObjectMapper();
  private final CamundaClient client;

  Records(CamundaClient client) {
    this.client = client;
  }

  /** The process instance of that tag, as soon as it is there. */
  Optional<Long> tagged(String tag) {
    return instances(filter -> filter.tags(tag)).stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .findFirst();
  }

  /** The process instance that assesses that month; empty as long as none does. */
  Optional<Long> assessmentOf(YearMonth month) {
    return instances(
            filter ->
                filter.processDefinitionId("monthly-assessment").state(ProcessInstanceState.ACTIVE))
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .filter(instance -> assesses(month, variable(instance, "assessment")))
        .findFirst();
  }

  private static boolean assesses(YearMonth month, JsonNode assessment) {
    return assessment.path("due").asBoolean()
        && assessment.path("month").asText().equals(month.toString());
  }

  boolean isCompleted(long instance) {
    return instances(filter -> filter.processInstanceKey(instance)).stream()
        .anyMatch(found -> found.getState() == ProcessInstanceState.COMPLETED);
  }

  /** Whether no worker has anything to do, so that every timer that is to run is running. */
  boolean isQuiet() {
    return client
        .newJobSearchRequest()
        .filter(job -> job.state(JobState.CREATED))
        .page(page -> page.limit(1))
        .send()
        .join()
        .items()
        .isEmpty();
  }

  /** The whistles that a case blew, oldest first. */
  List<Expected.Whistle> whistlesOf(long caseInstance) {
    return instances(
            filter -> filter.parentProcessInstanceKey(caseInstance).processDefinitionId("whistle"))
        .stream()
        .map(found -> whistle(found.getProcessInstanceKey()))
        .toList();
  }

  /** The case, or the whistle, that a patrol became; empty as long as it has become none. */
  Optional<Matter> openedBy(long patrolInstance) {
    JsonNode opened = variable(patrolInstance, "patrolCase");
    JsonNode blown = variable(patrolInstance, "patrolWhistle");
    if (opened.isObject()) {
      return Optional.of(Matter.ofCase(opened.path("number").asText(), opened.path("id").asText()));
    }
    return Optional.of(blown)
        .filter(JsonNode::isObject)
        .map(whistle -> Matter.of(Matter.Kind.WHISTLE, whistle.path("number").asText()));
  }

  Expected.Whistle whistle(long instance) {
    JsonNode whistle = variable(instance, "whistle");
    JsonNode result = variable(instance, "whistleResult");
    return new Expected.Whistle(
        whistle.path("kind").asText(),
        whistle.path("crossDistrict").asBoolean(),
        result.path("units").asInt(),
        result.path("reported").asInt());
  }

  /** A missing node where there is no such variable. */
  JsonNode variable(long instance, String name) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).scopeKey(instance).name(name))
        .withFullValues()
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .map(variable -> parse(variable.getValue()))
        .orElseGet(json::missingNode);
  }

  private List<ProcessInstance> instances(Consumer<ProcessInstanceFilter> filter) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter)
        .sort(sort -> sort.startDate().asc())
        .send()
        .join()
        .items();
  }

  private JsonNode parse(String value) {
    try {
      return json.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
