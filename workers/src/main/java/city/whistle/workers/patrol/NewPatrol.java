package city.whistle.workers.patrol;

import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.Post;
import java.time.OffsetDateTime;

/** What is reported of a walk, checked and redacted; see {@link Patrol}. */
record NewPatrol(
    Lane lane,
    String rhythm,
    OffsetDateTime walkedAt,
    String personId,
    Post post,
    String disorder,
    String what,
    String place,
    boolean settledAtOnce,
    String proposal) {}
