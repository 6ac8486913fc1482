package city.whistle.workers.difference;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.stuck.CaseRestarts;
import city.whistle.workers.succession.Succession;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.whistle.AbandonedWhistles;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends a difference, each kind in its one way: a case's process begins anew, a whistle or
 * supervision on which nothing works is over, a process that works on nothing is cancelled, a task
 * of an abolished unit goes to who came after it.
 */
@Component
public class Mending {

  private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

  private final Differences differences;
  private final Comparison comparison;
  private final CaseFiles cases;
  private final CaseRestarts restarts;
  private final AbandonedWhistles whistles;
  private final Supervisions supervisions;
  private final ObjectProvider<Succession> succession;
  private final Timeline timeline;
  private final Outbox outbox;

  Mending(
      Differences differences,
      Comparison comparison,
      CaseFiles cases,
      CaseRestarts restarts,
      AbandonedWhistles whistles,
      Supervisions supervisions,
      ObjectProvider<Succession> succession,
      Timeline timeline,
      Outbox outbox) {
    this.differences = differences;
    this.comparison = comparison;
    this.cases = cases;
    this.restarts = restarts;
    this.whistles = whistles;
    this.supervisions = supervisions;
    this.succession = succession;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /** What the last comparison found under this id. */
  public Optional<Difference> find(String id) {
    return differences.find(id);
  }

  /**
   * @param officer who wants it, as the client knows him
   * @param reason why, in his words
   * @throws NothingToMend where it is mended already, or mends itself
   * @throws city.whistle.workers.stuck.EngineView.EngineAway where the engine doesn't answer
   */
  @Transactional
  public void mend(Difference found, String clientId, String officer, String reason) {
    if (found.cause() == DifferenceCause.START_WAITS || !comparison.stands(found)) {
      throw new NothingToMend();
    }
    switch (found.kind()) {
      case CASE_WITHOUT_PROCESS ->
          restarts.restart(cases.get(found.caseId()), clientId, officer, reason);
      case WHISTLE_WITHOUT_PROCESS -> whistles.end(found.number(), officer, reason);
      case SUPERVISION_WITHOUT_PROCESS -> supervisions.end(idOf(found));
      case PROCESS_WITHOUT_SUBJECT -> outbox.add(new CancelProcess(found.instance()));
      case TASK_OF_ABOLISHED_UNIT -> succession.ifAvailable(Succession::look);
    }
    differences.mended(found.id());
    tell(found, clientId, officer, reason);
  }

  private static UUID idOf(Difference found) {
    return UUID.fromString(found.id().substring(found.id().indexOf(':') + 1));
  }

  private void tell(Difference found, String clientId, String officer, String reason) {
    LOG.info("{} is mended for client {}", found.id(), clientId);
    boolean told =
        found.kind() == DifferenceKind.CASE_WITHOUT_PROCESS
            || found.kind() == DifferenceKind.WHISTLE_WITHOUT_PROCESS;
    if (found.caseId() != null && !told) {
      timeline.append(
          found.caseId(),
          officer,
          "DifferenceMended",
          reason,
          Map.of("client", clientId, "what", found.id(), "cause", found.cause().wireName()));
    }
  }

  /** It is mended already, or mends itself. */
  public static class NothingToMend extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingToMend() {
      super("there is nothing to mend: it is in order again, or is tried again by itself");
    }
  }
}
