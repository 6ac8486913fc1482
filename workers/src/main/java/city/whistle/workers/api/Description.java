package city.whistle.workers.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The OpenAPI document of this API, {@code api/openapi.json} among the resources. */
@Component
class Description {

  private final JsonNode document;

  Description(ObjectMapper json) {
    try (InputStream in = new ClassPathResource("api/openapi.json").getInputStream()) {
      this.document = json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the API's description can't be read", e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** What a {@code $ref} stands for; anything else is itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }
}
