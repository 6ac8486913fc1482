package city.whistle.workers.assessment.work;

import city.whistle.workers.assessment.figure.Counts;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Variable {@code assessment}: how far a month's assessment is.
 *
 * @param id of the month's assessment, subject of its timeline and key of its messages; null where
 *     none begins
 * @param month {@code 2026-04}; null where none is due
 * @param due whether there is one to do
 * @param reason why there is none: {@code nothing}, {@code final} or {@code notOver}
 * @param version of the figures, from 1; null before they are computed, as is what follows
 * @param counts of all districts together
 * @param openRequests how many exclusions are asked for and not decided
 * @param checkers the candidate group that checks the figures
 * @param checkBy when they should have
 * @param appealUntil until when units may appeal; null before the figures are published
 */
record AssessmentVariable(
    UUID id,
    String month,
    boolean due,
    String reason,
    Integer version,
    Cases counts,
    Integer openRequests,
    String checkers,
    OffsetDateTime checkBy,
    OffsetDateTime appealUntil) {

  static AssessmentVariable none(String month, String reason) {
    return new AssessmentVariable(null, month, false, reason, null, null, null, null, null, null);
  }

  static AssessmentVariable begun(UUID id, String month) {
    return new AssessmentVariable(id, month, true, null, null, null, null, null, null, null);
  }

  AssessmentVariable published(int newVersion, OffsetDateTime until) {
    return new AssessmentVariable(
        id, month, due, reason, newVersion, counts, openRequests, checkers, checkBy, until);
  }

  /** How many cases were counted, gave no valid answer, or are left out. */
  record Cases(int valid, int unanswered, int excluded) {

    static Cases of(Counts counts) {
      return new Cases(
          Math.toIntExact(counts.valid()),
          Math.toIntExact(counts.unanswered()),
          Math.toIntExact(counts.excluded()));
    }
  }
}
