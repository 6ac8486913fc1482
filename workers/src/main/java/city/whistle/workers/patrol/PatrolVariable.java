package city.whistle.workers.patrol;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Variable {@code patrol}, as the process and its forms know it. Who walked and who the chief is
 * stands nowhere in it: candidate groups name lanes, and the accounts know whose they are.
 *
 * @param what the finder's words, redacted, as is {@code place}
 * @param proposal what whoever walked proposes, see {@link Patrol#proposal}; null for nothing. How
 *     many photos there are stands nowhere in it: they come after the report
 * @param assessors candidate groups of those who say what becomes of it
 * @param judges candidate groups of those who judge what was done
 */
public record PatrolVariable(
    UUID id,
    String number,
    String laneName,
    String streetCode,
    String streetName,
    String disorderName,
    String what,
    String place,
    boolean settledAtOnce,
    String proposal,
    List<String> assessors,
    OffsetDateTime assessBy,
    List<String> judges) {

  /** Makes it of what the registry knows. */
  @Component
  static class Maker {

    private final Lanes lanes;
    private final LanePolicies policies;
    private final Units units;

    Maker(Lanes lanes, LanePolicies policies, Units units) {
      this.lanes = lanes;
      this.policies = policies;
      this.units = units;
    }

    /** Where a sub-district was abolished, its successor's people have the tasks. */
    PatrolVariable of(Patrol patrol, boolean leadersToo, OffsetDateTime assessBy) {
      Unit street =
          units
              .find(patrol.streetCode())
              .or(() -> units.successor(patrol.streetCode()))
              .orElseThrow(() -> new IllegalStateException("the lane's sub-district is no more"));
      String chief = LanePosts.CHIEFS + patrol.laneId();
      String leaders = Unit.LEADERS + street.code();
      return new PatrolVariable(
          patrol.id(),
          patrol.number(),
          lanes.find(patrol.laneId()).map(Lane::name).orElse(patrol.laneId()),
          street.code(),
          street.name(),
          disorder(patrol),
          patrol.what(),
          patrol.place(),
          patrol.settledAtOnce(),
          patrol.proposal(),
          leadersToo ? List.of(chief, leaders) : List.of(chief),
          assessBy,
          List.of(chief, leaders));
    }

    private String disorder(Patrol patrol) {
      return policies
          .on(CityTime.inCity(patrol.walkedAt()).toLocalDate())
          .disorder(patrol.disorder())
          .map(LanePolicy.Disorder::name)
          .orElse(patrol.disorder());
    }
  }
}
