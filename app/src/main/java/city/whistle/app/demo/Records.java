package city.whistle.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the process of a case holds: the resident's answer, and how many units came. */
final class Records {

  private final ObjectMapper json = new ObjectMapper();
  private final CamundaClient client;

  Records(CamundaClient client) {
    this.client = client;
  }

  Closing closing(String number) {
    long instance = instanceOf(number);
    JsonNode answer = variable(instance, "answer");
    JsonNode whistle = variable(instance, "whistleResult");
    return new Closing(
        number,
        answer.path("contacted").asBoolean(),
        answer.path("settled").asText("unknown"),
        answer.path("satisfied").asText("unknown"),
        whistle.path("reported").asInt(),
        whistle.path("units").asInt());
  }

  private long instanceOf(String number) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.tags("case:" + number))
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No process has the tag case:" + number))
        .getProcessInstanceKey();
  }

  private JsonNode variable(long instance, String name) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).name(name))
        .withFullValues()
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .map(variable -> parse(variable.getValue()))
        .orElseGet(json::missingNode);
  }

  private JsonNode parse(String value) {
    try {
      return json.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
