package city.whistle.workers.whistle;

import java.time.OffsetDateTime;

/**
 * A whistle and how far it is.
 *
 * @param approved null until it has ended, and where nobody decided
 * @param endedAt null while it goes on
 * @param issued whether anybody was summoned
 */
public record WhistleState(
    WhistleVariable about,
    OffsetDateTime blownAt,
    Boolean approved,
    OffsetDateTime endedAt,
    boolean issued) {

  /**
   * In one word: {@code goesOn}, {@code ended}, {@code refused}, or {@code caseEnded} where its
   * case ended before anybody decided on it.
   */
  public String word() {
    if (endedAt == null) {
      return "goesOn";
    }
    if (approved == null && !issued && about.caseId() != null) {
      return "caseEnded";
    }
    return Boolean.FALSE.equals(approved) ? "refused" : "ended";
  }
}
