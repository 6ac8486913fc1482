package city.whistle.workers.patrol;

import city.whistle.workers.lane.Post;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Somebody walked a lane.
 *
 * @param streetCode in which the lane lay then
 * @param rhythm what for: its code
 * @param walkedAt when, which may lie before {@code reportedAt}
 * @param personId the account of who walked, who held {@code post} there that day
 * @param disorder code of what was found; null where nothing was, as are {@code what} and {@code
 *     place}
 * @param settledAtOnce whether who found it settled it himself
 * @param proposal what he proposes to the chief: {@code settled}, {@code case}, {@code whistle};
 *     null where he says nothing
 * @param told who heard of it first: {@code chief}, {@code lead}
 * @param caseId of the case that was opened for it; null for none
 * @param whistleId of the whistle that was blown for it; null for none
 * @param mark how the chief judges what was done, 1 to 5; null where he hasn't
 * @param endedAt null while it goes on
 */
public record Patrol(
    UUID id,
    String number,
    String laneId,
    String streetCode,
    String rhythm,
    OffsetDateTime walkedAt,
    OffsetDateTime reportedAt,
    String personId,
    Post post,
    String disorder,
    String what,
    String place,
    boolean settledAtOnce,
    String proposal,
    PatrolState state,
    List<String> told,
    UUID caseId,
    UUID whistleId,
    Integer mark,
    String markNote,
    OffsetDateTime endedAt) {

  public boolean isClean() {
    return disorder == null;
  }
}
