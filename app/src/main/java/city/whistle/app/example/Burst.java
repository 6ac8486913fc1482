package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many people who call about one matter within the hour.
 *
 * @param complaint what they all complain of: body of {@code POST /api/cases} without the resident
 * @param callers each with name and phone
 */
public record Burst(Map<String, Object> complaint, List<Map<String, Object>> callers) {

  /** One complaint a caller: body of {@code POST /api/cases}. */
  public List<Map<String, Object>> complaints() {
    List<Map<String, Object>> complaints = new ArrayList<>();
    for (Map<String, Object> caller : callers) {
      Map<String, Object> own = new LinkedHashMap<>(complaint);
      own.put("resident", caller);
      complaints.add(own);
    }
    return complaints;
  }

  /** Waits until the matter is raised. */
  Matter found(CaseApi api, Patience patience) {
    return patience.await("the matter that so many complaints are", () -> open(api));
  }

  private Optional<Matter> open(CaseApi api) {
    for (JsonNode matter : api.read("/api/matters?open=true")) {
      if (isOfThese(matter)) {
        return Optional.of(Matter.of(Matter.Kind.MATTER, matter.path("number").asText()));
      }
    }
    return Optional.empty();
  }

  private boolean isOfThese(JsonNode matter) {
    return matter.path("categoryCode").asText().equals(complaint.get("categoryCode"))
        && matter
            .path("placeCode")
            .asText()
            .equals(((Map<?, ?>) complaint.get("place")).get("streetCode"));
  }

  /** The whistle that was blown for a matter; empty as long as none was. */
  static Optional<Matter> whistleOf(CaseApi api, Matter matter) {
    String whistle = api.read("/api/matters/" + matter.number()).path("whistle").asText();
    return whistle.isEmpty()
        ? Optional.empty()
        : Optional.of(Matter.of(Matter.Kind.WHISTLE, whistle));
  }
}
