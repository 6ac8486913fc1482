package city.whistle.workers.camunda;

import city.whistle.workers.answer.ShownTask;
import city.whistle.workers.answer.ShownTasks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.Form;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the engine for a task's form, as it is deployed, and for the variables that it sees. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaShownTasks implements ShownTasks {

  private static final int PAGE = 1000;

  private final CamundaClient client;
  private final ObjectMapper json;

  CamundaShownTasks(CamundaClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  @Override
  public ShownTask of(ActivatedJob listener) {
    long key = listener.getUserTask().getUserTaskKey();
    return new ShownTask(form(key), variables(key));
  }

  private JsonNode form(long userTaskKey) {
    Form form = client.newUserTaskGetFormRequest(userTaskKey).send().join();
    return form == null || form.getSchema() == null
        ? json.createObjectNode()
        : schema(form.getSchema());
  }

  /** As text or as JSON, by the client's version. */
  private JsonNode schema(Object schema) {
    return schema instanceof String text ? read(text) : json.valueToTree(schema);
  }

  private ObjectNode variables(long userTaskKey) {
    List<Variable> all = new ArrayList<>();
    List<Variable> page;
    do {
      int from = all.size();
      page =
          client
              .newUserTaskVariableSearchRequest(userTaskKey)
              .withFullValues()
              .page(p -> p.from(from).limit(PAGE))
              .send()
              .join()
              .items();
      all.addAll(page);
    } while (page.size() == PAGE);
    // An inner scope's key is later given than an outer one's: what is nearest to the task counts.
    all.sort(Comparator.comparing(Variable::getScopeKey));
    ObjectNode variables = json.createObjectNode();
    all.forEach(variable -> variables.set(variable.getName(), read(variable.getValue())));
    return variables;
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the engine's answer is no JSON", e);
    }
  }
}
