package city.whistle.workers.suspension;

import city.whistle.workers.calendar.DueDates;
import java.time.OffsetDateTime;

/**
 * Variable {@code suspensionRule}, the result of decision {@code suspension-rule}; its times are
 * ISO 8601 durations.
 *
 * @param reviewWithin from the beginning, or the last review, to the next one
 * @param atMost how long a suspension lasts at most
 * @param restAtLeast what the owner has at least to settle the case when clocks run on
 * @param basis {@code calendar} or {@code working}
 */
record SuspensionRule(String reviewWithin, String atMost, String restAtLeast, String basis) {

  /** The next review's latest time, never behind the longest. */
  OffsetDateTime reviewBy(OffsetDateTime now, OffsetDateTime until, DueDates dueDates) {
    OffsetDateTime next = dueDates.after(now, reviewWithin, days());
    return next.isBefore(until) ? next : until;
  }

  OffsetDateTime until(OffsetDateTime now, DueDates dueDates) {
    return dueDates.after(now, atMost, days());
  }

  private DueDates.Basis days() {
    return DueDates.Basis.of(basis);
  }
}
