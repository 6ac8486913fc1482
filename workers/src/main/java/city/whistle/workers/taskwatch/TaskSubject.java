package city.whistle.workers.taskwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a task is about.
 *
 * @param caseId null for a whistle without a case
 * @param whistleId null for a case without one
 * @param whistler code of the street that whistled; null where none did
 * @param assessmentId of a month's assessment, of a matter of many cases, or of a month's theme,
 *     which have neither; else null
 * @param patrolId of a patrol, which has none of them; else null
 * @param supervised the unit that is looked into; null where the task supervises nobody
 */
public record TaskSubject(
    UUID caseId,
    UUID whistleId,
    String whistleNumber,
    String whistler,
    UUID assessmentId,
    UUID patrolId,
    Supervised supervised) {

  public static final String[] VARIABLES = {
    "caseId",
    "whistle",
    "assessment",
    "matter",
    "theme",
    "patrol",
    "supervision",
    "summons",
    "owner"
  };

  /** A unit, as its task's variables name it. */
  public record Supervised(String code, String name) {}

  /** Empty for a process that somebody began by hand, about nothing that the registry knows. */
  public static Optional<TaskSubject> of(Map<String, JsonNode> variables) {
    UUID caseId = id(variables.get("caseId"));
    JsonNode whistle = variables.getOrDefault("whistle", MissingNode.getInstance());
    JsonNode assessment = variables.getOrDefault("assessment", MissingNode.getInstance());
    JsonNode matter = variables.getOrDefault("matter", MissingNode.getInstance());
    JsonNode theme = variables.getOrDefault("theme", MissingNode.getInstance());
    JsonNode patrol = variables.getOrDefault("patrol", MissingNode.getInstance());
    UUID whistleId = id(whistle.path("id"));
    return Optional.of(
            new TaskSubject(
                caseId,
                whistleId,
                whistleId == null ? null : whistle.path("number").asText(),
                whistleId == null ? null : whistle.path("streetCode").asText(null),
                Stream.of(assessment, matter, theme)
                    .map(about -> id(about.path("id")))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null),
                id(patrol.path("id")),
                supervised(variables)))
        .filter(subject -> subject.id() != null);
  }

  /** Of several units that stay away, each is supervised apart. */
  private static Supervised supervised(Map<String, JsonNode> variables) {
    JsonNode none = MissingNode.getInstance();
    if (id(variables.getOrDefault("supervision", none).path("id")) == null) {
      return null;
    }
    JsonNode summons = variables.getOrDefault("summons", none);
    JsonNode owner = variables.getOrDefault("owner", none);
    return summons.path("unitCode").isTextual()
        ? new Supervised(summons.path("unitCode").asText(), summons.path("unitName").asText())
        : owner.path("code").isTextual()
            ? new Supervised(owner.path("code").asText(), owner.path("name").asText())
            : null;
  }

  /** Whose timeline tells of it. */
  public UUID id() {
    return Arrays.asList(caseId, whistleId, assessmentId, patrolId).stream()
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether supervisors look into it: what a patrol found is told on within its sub-district. */
  boolean isSupervised() {
    return patrolId == null;
  }

  private static UUID id(JsonNode value) {
    try {
      return value == null || !value.isTextual() ? null : UUID.fromString(value.textValue());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
