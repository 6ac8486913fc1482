package city.whistle.workers.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Values as JSON text, as JSON columns hold them. */
@Component
public class JsonText {

  private final ObjectMapper json;

  JsonText(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException where the value can't be JSON
   */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass().getSimpleName() + " can't be JSON", e);
    }
  }

  /**
   * @throws IllegalStateException where the text, which this program wrote, is none of that type
   */
  public <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored value is no " + type.getSimpleName(), e);
    }
  }
}
