package city.whistle.workers.supervision;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.unit.UnitRef;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** Supervisions of units that a supervisor urges: one for a case, counted up while it is open. */
@Component
public class UrgedSupervisions {

  private final Supervisions supervisions;
  private final Supervisors supervisors;
  private final Outbox outbox;

  UrgedSupervisions(Supervisions supervisions, Supervisors supervisors, Outbox outbox) {
    this.supervisors = supervisors;
    this.supervisions = supervisions;
    this.outbox = outbox;
  }

  /**
   * Counts up the one that is open, or has one begin.
   *
   * @param file a case with an owner, in whose transaction this is
   */
  public void raise(CaseFile file) {
    SupervisedMatter matter =
        SupervisedMatter.urged(file, supervisors.usual(file.owner(), file.id()));
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
}
