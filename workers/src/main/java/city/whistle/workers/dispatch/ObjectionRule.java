package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.DueDates;

/**
 * Variable {@code objectionRule}, the result of decision {@code objection-rule}.
 *
 * @param objectWithin ISO 8601 duration from the dispatch, within which its owner may object
 * @param reviewWithin ISO 8601 duration from the objection, within which the dispatchers decide
 * @param basis {@code calendar} or {@code working}
 * @param mostObjections how often one case may be objected to, whoever does
 */
record ObjectionRule(
    String objectWithin, String reviewWithin, String basis, Integer mostObjections) {

  DueDates.Basis days() {
    return DueDates.Basis.of(basis);
  }
}
