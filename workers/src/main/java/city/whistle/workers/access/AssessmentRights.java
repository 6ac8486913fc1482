package city.whistle.workers.access;

import city.whistle.workers.unit.Units;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may see and ask what of the monthly assessment.
 *
 * <ul>
 *   <li>What is published everybody may read. Before that the centre sees all, and a unit's system
 *       its own draft: the figures of its unit and of those below it, without ranks.
 *   <li>A unit's system opens the numbers of its unit and of those below it down to cases, no
 *       others'; which of the cases it is shown, {@link CaseRights} says.
 *   <li>A unit asks for exclusions and appeals in its own name; the centre in anybody's.
 * </ul>
 */
@Component
public class AssessmentRights {

  private final Units units;

  AssessmentRights(Units units) {
    this.units = units;
  }

  /** Whether the caller sees all figures before they are published. */
  public boolean seesDrafts(Caller caller) {
    return caller.centre();
  }

  /** Whether the caller may see how others compare, whatever is published. */
  public boolean seesRanksAndBands(Caller caller) {
    return caller.centre();
  }

  /**
   * The units whose draft the caller sees, and whose numbers it opens; empty for no unit's system.
   */
  public List<String> own(Caller caller) {
    return caller.isUnit() ? units.withBelow(caller.unitCode()) : List.of();
  }

  /**
   * @throws NotAllowed where the figures are another's
   */
  public void requireOwn(Caller caller, String unitCode) {
    if (caller.isUnit() && !own(caller).contains(unitCode)) {
      throw new NotAllowed(
          "notYourFigures",
          "a unit's system opens the figures of its own unit and of those below it");
    }
  }

  /**
   * @throws NotAllowed where the caller would ask in another's name
   */
  public void requireAsking(Caller caller, String unitCode) {
    if (!caller.centre() && !unitCode.equals(caller.unitCode())) {
      throw new NotAllowed(
          "notYourCase", "a unit asks about cases that were counted for it, in its own name");
    }
  }
}
