package city.whistle.workers.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a job's variables into a record and a worker's result into variables. */
@Component
class JobVariables {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper json;
  private final FreeText texts;

  JobVariables(ObjectMapper json, FreeText texts) {
    this.texts = texts;
    this.json =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }

  /**
   * The variables, redacted by {@link FreeText}.
   *
   * @throws IllegalArgumentException naming the variable that is not of the shape wanted, without
   *     its value
   */
  <T> T read(ActivatedJob job, Class<T> type) {
    try {
      ObjectNode variables = json.readValue(job.getVariables(), ObjectNode.class);
      texts.redact(variables);
      return json.treeToValue(variables, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a variable of job type " + job.getType() + " has not the agreed shape: " + where(e));
    }
  }

  Map<String, Object> write(Object result) {
    return json.convertValue(result, MAP);
  }

  String text(Map<String, Object> variables) {
    try {
      return json.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a worker's result must be plain JSON", e);
    }
  }

  Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, MAP);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored job result is no JSON object", e);
    }
  }

  private static String where(JsonProcessingException e) {
    return e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
        ? mapping.getPathReference()
        : "no JSON object";
  }
}
