package city.whistle.workers.summons;

import java.util.UUID;

/**
 * Variable {@code whistle}, as far as it matters to a summoned unit.
 *
 * @param streetCode who blew it
 * @param caseId null for a whistle without a case
 */
record SummoningWhistle(UUID id, String number, String streetCode, UUID caseId) {

  /** The case's id, or the whistle's own where there is no case: whose timeline tells of it. */
  UUID timelineSubject() {
    return caseId == null ? id : caseId;
  }
}
