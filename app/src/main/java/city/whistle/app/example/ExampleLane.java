package city.whistle.app.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A lane of an example's own, with those who answer for it.
 *
 * @param laneClass code of its class
 * @param chief user name, as is {@code steward}
 */
public record ExampleLane(
    String id,
    String name,
    String streetCode,
    @JsonProperty("class") String laneClass,
    String chief,
    String steward) {

  private static final String SINCE = "2017-04-01";

  /** Body of {@code PUT /api/lanes/ID}. */
  Map<String, Object> row() {
    return Map.of("name", name, "streetCode", streetCode, "class", laneClass, "validFrom", SINCE);
  }

  /** Body of {@code PUT /api/lanes/ID/posts}. */
  Map<String, Object> posts() {
    return Map.of("posts", List.of(post("chief", chief), post("steward", steward)));
  }

  private static Map<String, Object> post(String post, String person) {
    return Map.of("post", post, "person", person, "from", SINCE);
  }
}
