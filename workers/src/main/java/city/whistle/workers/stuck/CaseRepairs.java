package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.StuckCases.Hindrance;
import city.whistle.workers.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gets a case going whose process can't go on: what failed is tried again, in every process that
 * the case has; or, where that is of no use, the process is cancelled and begins anew where the
 * case stands.
 */
@Component
public class CaseRepairs {

  private final StuckCases stuck;
  private final CaseRestarts restarts;
  private final Timeline timeline;
  private final Outbox outbox;

  CaseRepairs(StuckCases stuck, CaseRestarts restarts, Timeline timeline, Outbox outbox) {
    this.stuck = stuck;
    this.restarts = restarts;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /**
   * @param officer who wants it, as the client knows him
   * @param reason why, in his words
   * @param anew whether the process begins anew
   * @return what is repaired, oldest first
   * @throws NothingToRepair where nothing keeps the case from going on
   */
  @Transactional
  public List<Obstacle> repair(
      CaseFile file, String clientId, String officer, String reason, boolean anew) {
    Hindrance hindrance = stuck.hindrance(file);
    if (hindrance.obstacles().isEmpty()) {
      throw new NothingToRepair(file.number());
    }
    timeline.append(
        file.id(),
        officer,
        "CaseRepaired",
        reason,
        Map.of(
            "client",
            clientId,
            "how",
            anew ? "anew" : "again",
            "steps",
            hindrance.obstacles().stream().map(Obstacle::element).distinct().toList()));
    if (anew) {
      outbox.add(new CancelProcess(file.processInstanceKey()));
      restarts.begin(file, officer, reason);
    } else {
      hindrance.instances().forEach(key -> outbox.add(new RetryProcess(key)));
    }
    return hindrance.obstacles();
  }

  /** Nothing hinders the case's process. */
  public static class NothingToRepair extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingToRepair(String number) {
      super(
          "nothing keeps case "
              + number
              + " from going on: only a case that GET /api/cases?stuck=incident shows is repaired");
    }
  }
}
