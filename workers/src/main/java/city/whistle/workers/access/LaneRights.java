package city.whistle.workers.access;

import city.whistle.workers.unit.Units;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may see and do what of lanes.
 *
 * <ul>
 *   <li>Which lanes there are, how they are scored and how often they are walked, everybody may
 *       read.
 *   <li>What patrols found, and who holds which post, a unit's system sees of its own sub-district
 *       and of those below its unit; others see all.
 *   <li>A sub-district's system reports patrols of its own lanes, keeps them and their posts; the
 *       centre those of any.
 *   <li>Scores are a third party's, which the centre alone passes on: nobody scores himself.
 * </ul>
 */
@Component
public class LaneRights {

  private final Units units;

  LaneRights(Units units) {
    this.units = units;
  }

  /** Sub-districts whose patrols and posts the caller sees; null sees all. */
  public List<String> seen(Caller caller) {
    return caller.isUnit() ? units.withBelow(caller.unitCode()) : null;
  }

  public boolean sees(Caller caller, String streetCode) {
    List<String> seen = seen(caller);
    return seen == null || seen.contains(streetCode);
  }

  /**
   * @throws NotAllowed where the lane is another sub-district's
   */
  public void requireOwn(Caller caller, String streetCode) {
    if (caller.isUnit() ? !caller.unitCode().equals(streetCode) : !caller.centre()) {
      throw new NotAllowed(
          "notYourLane", "a lane is kept, and its patrols are reported, by its own sub-district");
    }
  }

  /**
   * @throws NotAllowed where it is not the centre
   */
  public void requireScoring(Caller caller) {
    if (!caller.centre()) {
      throw new NotAllowed("notTheScorer", "scores of lanes come from the centre alone");
    }
  }
}
