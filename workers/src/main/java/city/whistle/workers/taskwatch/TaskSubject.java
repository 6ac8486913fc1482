package city.whistle.workers.taskwatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task is about.
 *
 * @param caseId null for a whistle without a case
 * @param whistleId null for a case without one
 */
public record TaskSubject(UUID caseId, UUID whistleId, String whistleNumber) {

  public static final String[] VARIABLES = {"caseId", "whistle"};

  /** Empty for a process that somebody began by hand, about nothing that the registry knows. */
  public static Optional<TaskSubject> of(Map<String, JsonNode> variables) {
    UUID caseId = id(variables.get("caseId"));
    JsonNode whistle = variables.get("whistle");
    UUID whistleId = whistle == null ? null : id(whistle.path("id"));
    return caseId == null && whistleId == null
        ? Optional.empty()
        : Optional.of(
            new TaskSubject(
                caseId, whistleId, whistleId == null ? null : whistle.path("number").asText()));
  }

  /** Whose timeline tells of it. */
  public UUID id() {
    return caseId == null ? whistleId : caseId;
  }

  private static UUID id(JsonNode value) {
    try {
      return value == null || !value.isTextual() ? null : UUID.fromString(value.textValue());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
