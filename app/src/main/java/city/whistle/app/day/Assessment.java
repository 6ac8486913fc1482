package city.whistle.app.day;

import city.whistle.app.example.CaseApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;

/** The assessment's book, as its API shows it. */
final class Assessment {

  private static final int NOT_FOUND = 404;

  private final CaseApi api;

  Assessment(CaseApi api) {
    this.api = api;
  }

  /** A group's published figures; a missing node where none are published. */
  JsonNode group(YearMonth month, String group) {
    try {
      return api.read("/api/assessments/%s?group=%s".formatted(month, group));
    } catch (CaseApi.Refused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      return MissingNode.getInstance();
    }
  }

  boolean isPublished(YearMonth month) {
    return state(month).path("publishedAt").isTextual();
  }

  /** From when on a month's figures don't change any more; empty where they still may. */
  Optional<Instant> isFinalSince(YearMonth month) {
    return Optional.ofNullable(state(month).path("finalAt").textValue())
        .map(at -> OffsetDateTime.parse(at).toInstant());
  }

  private JsonNode state(YearMonth month) {
    return group(month, "district").path("version");
  }
}
