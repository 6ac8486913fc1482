package city.whistle.workers.taskwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task is about.
 *
 * @param caseId null for a whistle without a case
 * @param whistleId null for a case without one
 * @param whistler code of the street that whistled; null where none did
 * @param assessmentId of a month's assessment, or of a matter of many cases, which have neither;
 *     else null
 */
public record TaskSubject(
    UUID caseId, UUID whistleId, String whistleNumber, String whistler, UUID assessmentId) {

  public static final String[] VARIABLES = {"caseId", "whistle", "assessment", "matter"};

  /** Empty for a process that somebody began by hand, about nothing that the registry knows. */
  public static Optional<TaskSubject> of(Map<String, JsonNode> variables) {
    UUID caseId = id(variables.get("caseId"));
    JsonNode whistle = variables.getOrDefault("whistle", MissingNode.getInstance());
    JsonNode assessment = variables.getOrDefault("assessment", MissingNode.getInstance());
    JsonNode matter = variables.getOrDefault("matter", MissingNode.getInstance());
    UUID whistleId = id(whistle.path("id"));
    return Optional.of(
            new TaskSubject(
                caseId,
                whistleId,
                whistleId == null ? null : whistle.path("number").asText(),
                whistleId == null ? null : whistle.path("streetCode").asText(null),
                Optional.ofNullable(id(assessment.path("id")))
                    .orElseGet(() -> id(matter.path("id")))))
        .filter(subject -> subject.id() != null);
  }

  /** Whose timeline tells of it. */
  public UUID id() {
    return caseId != null ? caseId : whistleId != null ? whistleId : assessmentId;
  }

  private static UUID id(JsonNode value) {
    try {
      return value == null || !value.isTextual() ? null : UUID.fromString(value.textValue());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
