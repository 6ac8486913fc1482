package city.whistle.workers.camunda;

import city.whistle.workers.model.FormFaults;
import city.whistle.workers.stuck.UnanswerableForms;
import city.whistle.workers.stuck.UnanswerableForms.Shown;
import city.whistle.workers.taskwatch.TaskForms;
import city.whistle.workers.taskwatch.WatchedTask;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Form;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the engine for the form of a task, once for each element of each deployed process. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaTaskForms implements TaskForms {

  private static final Logger LOG = LoggerFactory.getLogger(CamundaTaskForms.class);

  private final CamundaClient client;
  private final FormFaults faults;
  private final UnanswerableForms unanswerable;
  private final ObjectMapper json;
  private final Set<Shown> seen = ConcurrentHashMap.newKeySet();

  CamundaTaskForms(
      CamundaClient client, FormFaults faults, UnanswerableForms unanswerable, ObjectMapper json) {
    this.client = client;
    this.faults = faults;
    this.unanswerable = unanswerable;
    this.json = json;
  }

  @Override
  public void look(WatchedTask task) {
    Shown shown = new Shown(task.processDefinitionKey(), task.element());
    if (!seen.contains(shown)) {
      List<String> wrong = faults.of(form(task.key()));
      if (!wrong.isEmpty()) {
        LOG.error(
            "nobody can answer the form of {} as it is deployed ({}): {}",
            task.element(),
            task.processDefinitionKey(),
            String.join("; ", wrong));
        unanswerable.note(shown, String.join("; ", wrong));
      }
      seen.add(shown);
    }
  }

  private JsonNode form(long userTaskKey) {
    Form form = client.newUserTaskGetFormRequest(userTaskKey).send().join();
    if (form == null || form.getSchema() == null) {
      return json.createObjectNode();
    }
    Object schema = form.getSchema();
    return schema instanceof String text ? read(text) : json.valueToTree(schema);
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the engine's answer is no JSON", e);
    }
  }
}
