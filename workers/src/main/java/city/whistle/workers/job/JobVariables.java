package city.whistle.workers.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a job's variables into a record and a worker's result into variables. */
@Component
class JobVariables {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper json;

  JobVariables(ObjectMapper json) {
    this.json =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }

  /**
   * @throws IllegalArgumentException naming the variable that is not of the shape wanted, without
   *     its value
   */
  <T> T read(ActivatedJob job, Class<T> type) {
    try {
      return json.readValue(job.getVariables(), type);
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
