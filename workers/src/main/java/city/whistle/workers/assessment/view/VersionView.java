package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.result.Assessment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * Which version of a month's figures this is, and what made it.
 *
 * @param from the first moment that is counted
 * @param until the first moment that is not
 * @param state {@code provisional}, {@code published}, {@code final} or {@code recounted}
 * @param policy id of the policy set; {@code policyDigest} of its content
 * @param inputDigest changes with any answer, owner or exclusion that was counted
 * @param reason {@code first}, or why it was counted again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
    String month,
    OffsetDateTime from,
    OffsetDateTime until,
    int version,
    String state,
    String policy,
    String policyDigest,
    String codeVersion,
    String inputDigest,
    String reason,
    OffsetDateTime computedAt,
    OffsetDateTime publishedAt,
    OffsetDateTime finalAt) {

  public static VersionView of(Assessment one) {
    return new VersionView(
        one.month().toString(),
        one.from(),
        one.until(),
        one.version(),
        one.state().wireName(),
        one.policyId(),
        one.policyDigest(),
        one.codeVersion(),
        one.inputDigest(),
        one.reason(),
        one.computedAt(),
        one.publishedAt(),
        one.finalAt());
  }
}
