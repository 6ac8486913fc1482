package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.supervision.UrgedSupervisions;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supervisor urges the unit that has a case, as a resident does: how severely, the decision table
 * says by how often it was. What comes while a supervision of it is open is counted up in it.
 */
@Component
public class SupervisorUrges {

  private final StuckCases stuck;
  private final UrgedSupervisions supervisions;
  private final Timeline timeline;

  SupervisorUrges(StuckCases stuck, UrgedSupervisions supervisions, Timeline timeline) {
    this.stuck = stuck;
    this.supervisions = supervisions;
    this.timeline = timeline;
  }

  /** Whether somebody would hear it: a unit has the case, and its process runs. */
  public boolean isHeard(CaseFile file) {
    return !file.status().isFinal() && file.owner() != null && !stuck.isAbandoned(file);
  }

  /**
   * @param officer who urges, as the timeline names him
   * @param reason why, in his words
   * @throws NobodyHears where {@link #isHeard} is false
   */
  @Transactional
  public void urge(CaseFile file, String officer, String reason) {
    if (!isHeard(file)) {
      throw new NobodyHears(file.number());
    }
    timeline.append(
        file.id(), officer, "SupervisorUrged", reason, Map.of("unit", file.owner().code()));
    supervisions.raise(file);
  }

  /** The case is over, nobody has it yet, or no process works on it. */
  public static class NobodyHears extends RuntimeException {

    private static final long serialVersionUID = 1;

    NobodyHears(String number) {
      super("case " + number + " is over, has no owner yet, or no process works on it");
    }
  }
}
