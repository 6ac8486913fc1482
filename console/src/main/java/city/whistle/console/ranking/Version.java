package city.whistle.console.ranking;

import city.whistle.workers.assessment.view.VersionView;
import java.time.OffsetDateTime;

/**
 * Which version of a month's figures is shown, and what made it.
 *
 * @param state last part of its message's key
 * @param from the first moment that is counted
 * @param until the first moment that is not
 * @param policy id of the policy set
 * @param digests first digits of the policy's and of the input's
 * @param reason why it was computed, as the last part of its message's key
 */
public record Version(
    String month,
    int version,
    String state,
    OffsetDateTime from,
    OffsetDateTime until,
    OffsetDateTime computedAt,
    String policy,
    String code,
    String digests,
    String reason) {

  private static final int DIGITS = 8;

  static Version of(VersionView view) {
    return new Version(
        view.month(),
        view.version(),
        view.state(),
        view.from(),
        view.until(),
        view.computedAt(),
        view.policy(),
        view.codeVersion(),
        first(view.policyDigest()) + " / " + first(view.inputDigest()),
        view.reason().split(" ", 2)[0]);
  }

  private static String first(String digest) {
    return digest == null ? "" : digest.substring(0, Math.min(DIGITS, digest.length()));
  }
}
