package city.whistle.workers.intake;

import city.whistle.workers.resident.MasterKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * Tells whether two requests say the same, whatever the order of their fields, without keeping what
 * they say.
 */
@Component
public class RequestDigest {

  private final ObjectMapper sorted;
  private final MasterKey key;

  RequestDigest(ObjectMapper json, MasterKey key) {
    this.sorted = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    this.key = key;
  }

  /** The digest of values that stand side by side; null differs from nothing said. */
  byte[] of(Object... values) {
    JsonNode body = sorted.valueToTree(values);
    return of(body);
  }

  public byte[] of(JsonNode body) {
    try {
      Object plain = sorted.treeToValue(body, Object.class);
      String canonical = sorted.writeValueAsString(plain);
      return key.mac("request", canonical.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body must be JSON", e);
    }
  }
}
