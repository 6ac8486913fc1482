package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.stuck.EngineView.Obstacle;
import city.whistle.workers.stuck.StuckCases.Hindrance;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
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
  private final EngineView engine;

  CaseRepairs(
      StuckCases stuck,
      CaseRestarts restarts,
      Timeline timeline,
      Outbox outbox,
      EngineView engine) {
    this.engine = engine;
    this.stuck = stuck;
    this.restarts = restarts;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /**
   * @param officer who wants it, as the client knows him
   * @param reason why, in his words
   * @param anew whether the process begins anew; also where what failed is still tried again by
   *     itself
   * @throws NothingToRepair where nothing keeps the case from going on
   */
  @Transactional
  public Repair repair(
      CaseFile file, String clientId, String officer, String reason, boolean anew) {
    Hindrance hindrance = stuck.hindrance(file);
    List<Obstacle> failed = new ArrayList<>(hindrance.obstacles());
    if (anew) {
      failed.addAll(hindrance.retried());
    }
    if (failed.isEmpty()) {
      throw new NothingToRepair(file.number(), steps(hindrance.retried()));
    }
    timeline.append(
        file.id(),
        officer,
        "CaseRepaired",
        reason,
        Map.of("client", clientId, "how", anew ? "anew" : "again", "steps", steps(failed)));
    if (anew) {
      outbox.add(new CancelProcess(file.processInstanceKey()));
      restarts.begin(file, officer, reason);
      return new Repair(failed, null);
    }
    hindrance.instances().forEach(key -> outbox.add(new RetryProcess(key)));
    return new Repair(failed, advice(file, failed));
  }

  /** A case keeps its models: what was mended in them since doesn't reach it, nor does a form. */
  private String advice(CaseFile file, List<Obstacle> failed) {
    String newer = newer(file);
    boolean form = failed.stream().anyMatch(it -> it.kind().equals(Obstacle.FORM));
    return form && newer == null
        ? "nobody can answer the form of "
            + String.join(", ", steps(failed))
            + " as it is deployed: deploy a mended one, then have the process begin anew with"
            + " \"anew\": true"
        : newer;
  }

  private String newer(CaseFile file) {
    return engine
        .newerModels(file.processInstanceKey())
        .map(
            models ->
                ("the case keeps the models it began with (version %d; version %d stands):"
                        + " where the fault lay in them, only \"anew\": true helps")
                    .formatted(models.its(), models.latest()))
        .orElse(null);
  }

  private static List<String> steps(List<Obstacle> obstacles) {
    return obstacles.stream().map(Obstacle::element).distinct().toList();
  }

  /**
   * @param repairing what kept the case from going on, oldest first
   * @param advice what else may be needed; null where nothing is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Repair(List<Obstacle> repairing, String advice) {}

  /** Nothing hinders the case's process. */
  public static class NothingToRepair extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param retried steps that are tried again by themselves
     */
    NothingToRepair(String number, List<String> retried) {
      super(
          retried.isEmpty()
              ? "nothing keeps case "
                  + number
                  + " from going on: only a case that GET /api/cases?stuck=incident shows is"
                  + " repaired"
              : "what failed in case %s (%s) is tried again by itself: wait until GET"
                      .formatted(number, String.join(", ", retried))
                  + " /api/cases?stuck=incident shows it, or have its process begin anew now with"
                  + " \"anew\": true");
    }
  }
}
