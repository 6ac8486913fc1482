package city.whistle.benchmarks.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The shares by which a city's day is played, too. */
final class PublishedShares {

  private static final String FILE = "/data/published-shares.json";

  private PublishedShares() {}

  /** For {@code slots.sql}. */
  static Map<String, String> values() {
    JsonNode all = read();
    return Map.of(
        "topLevels", all.required("topLevels").toString(),
        "unpublishedTopLevel", all.required("unpublishedTopLevel").asText(),
        "callHours",
            "{%s}".formatted(all.required("callHours").toString().replaceAll("[\\[\\]]", "")));
  }

  private static JsonNode read() {
    try (InputStream in = PublishedShares.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " can't be read", e);
    }
  }
}
