package city.whistle.console.patrols;

import city.whistle.console.patrols.PatrolPage.Named;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.Patrols;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How what stands in patrols is called, by the policy of their days. */
@Component
class PatrolWords {

  private final Patrols patrols;
  private final LanePolicies policies;
  private final Lanes lanes;

  PatrolWords(Patrols patrols, LanePolicies policies, Lanes lanes) {
    this.patrols = patrols;
    this.policies = policies;
    this.lanes = lanes;
  }

  /** The patrol of that number; empty also for what is none. */
  Optional<Patrol> found(String number) {
    return number.matches("P[0-9-]{1,30}") ? patrols.byNumber(number) : Optional.empty();
  }

  /** Empty where nothing was found. */
  Optional<Named> disorder(Patrol patrol) {
    return patrol.isClean()
        ? Optional.empty()
        : policy(patrol)
            .disorder(patrol.disorder())
            .map(one -> new Named(one.name(), one.nameEn()))
            .or(() -> Optional.of(new Named(patrol.disorder(), patrol.disorder())));
  }

  Named rhythm(Patrol patrol) {
    return policy(patrol)
        .rhythm(patrol.rhythm())
        .map(one -> new Named(one.name(), one.nameEn()))
        .orElse(new Named(patrol.rhythm(), patrol.rhythm()));
  }

  String lane(Patrol patrol) {
    return lanes.find(patrol.laneId()).map(Lane::name).orElse(patrol.laneId());
  }

  private LanePolicy policy(Patrol patrol) {
    return policies.on(patrol.walkedAt().toLocalDate());
  }
}
