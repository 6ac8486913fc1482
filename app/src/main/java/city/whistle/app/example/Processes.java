package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** The process instances of what an example is about: found by their tags, and waited for. */
final class Processes {

  private final CamundaClient client;
  private final Records records;
  private final Patience patience;

  Processes(CamundaClient client, Records records, Patience patience) {
    this.client = client;
    this.records = records;
    this.patience = patience;
  }

  /** As the hotline may: it starts the process itself, and learns the case's number from it. */
  Matter start(Map<String, Object> intake) {
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("complaint-case")
            .latestVersion()
            .variables(Map.of("intake", intake))
            .send()
            .join()
            .getProcessInstanceKey();
    JsonNode registered =
        patience.await(
            "the registration of process instance " + instance,
            () -> Optional.of(records.variable(instance, "case")).filter(JsonNode::isObject));
    String caseId = records.variable(instance, "caseId").asText();
    return Matter.ofCase(registered.path("number").asText(), caseId).in(instance);
  }

  /** The assessment of a month that is over, which begins by itself. */
  Matter assessment(YearMonth month) {
    long instance = patience.await("the assessment of " + month, () -> records.assessmentOf(month));
    return Matter.of(Matter.Kind.ASSESSMENT, month.toString()).in(instance);
  }

  long of(Matter matter) {
    return matter.instance() != null
        ? matter.instance()
        : patience.await("the process of " + matter.tag(), () -> records.tagged(matter.tag()));
  }

  /** Waits for its end. */
  long ended(Matter matter) {
    long instance = of(matter);
    patience.await(
        "the end of " + matter.tag(), () -> Optional.of(instance).filter(records::isCompleted));
    return instance;
  }

  /** Waits for the case, or the whistle, that a patrol becomes. */
  Matter openedBy(Matter patrol) {
    long instance = of(patrol);
    return patience.await("what becomes of " + patrol.tag(), () -> records.openedBy(instance));
  }

  /** Waits until no worker has anything to do. */
  void awaitQuiet() {
    patience.await("an idle moment", () -> Optional.of(records).filter(Records::isQuiet));
  }
}
