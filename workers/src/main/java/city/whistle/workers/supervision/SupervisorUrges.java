package city.whistle.workers.supervision;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private final Supervisions supervisions;
  private final Timeline timeline;
  private final Outbox outbox;

  SupervisorUrges(StuckCases stuck, Supervisions supervisions, Timeline timeline, Outbox outbox) {
    this.stuck = stuck;
    this.supervisions = supervisions;
    this.timeline = timeline;
    this.outbox = outbox;
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
    SupervisedMatter matter = SupervisedMatter.urged(file);
    timeline.append(
        file.id(), officer, "SupervisorUrged", reason, Map.of("unit", file.owner().code()));
    if (!supervisions.countUp(matter)) {
      outbox.add(
          RaiseSupervisionWorker.begin(
              matter, supervisions.raise(matter), variables(file.owner()), false));
    }
  }

  private static ObjectNode variables(UnitRef owner) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.putPOJO("owner", owner);
    return variables;
  }

  /** The case is over, nobody has it yet, or no process works on it. */
  public static class NobodyHears extends RuntimeException {

    private static final long serialVersionUID = 1;

    NobodyHears(String number) {
      super("case " + number + " is over, has no owner yet, or no process works on it");
    }
  }
}
