package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.casefile.PlaceNames;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the process of an abandoned case started anew where the case stands: before its dispatch from
 * the beginning; after it with its owner, who signs again in the same round and with the same
 * limits. What the process knew beside that is not taken up: a suspension ends, a whistle under way
 * is over.
 */
@Component
public class CaseRestarts {

  private static final String PROCESS = "complaint-case";

  /** From here the dispatch is written down; a case that has an owner keeps him there. */
  private static final String BEFORE_DISPATCH = "DecideLimit";

  private final StuckCases stuck;
  private final CaseProgress progress;
  private final Supervisions supervisions;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final Outbox outbox;
  private final PlaceNames places;
  private final CaseFiles cases;
  private final MergedCases merged;
  private final ApplicationEventPublisher events;

  CaseRestarts(
      StuckCases stuck,
      CaseProgress progress,
      Supervisions supervisions,
      CaseClocks clocks,
      Timeline timeline,
      Outbox outbox,
      PlaceNames places,
      CaseFiles cases,
      MergedCases merged,
      ApplicationEventPublisher events) {
    this.events = events;
    this.places = places;
    this.cases = cases;
    this.merged = merged;
    this.stuck = stuck;
    this.progress = progress;
    this.supervisions = supervisions;
    this.clocks = clocks;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  /**
   * @param officer who wants it, as the client knows him
   * @param reason why, in his words
   * @throws NotAbandoned where its process runs, may yet begin, or the case is over
   */
  @Transactional
  public void restart(CaseFile file, String clientId, String officer, String reason) {
    if (!stuck.isAbandoned(file)) {
      throw new NotAbandoned(file.number());
    }
    timeline.append(file.id(), officer, "CaseRestarted", reason, Map.of("client", clientId));
    begin(file, officer, reason);
  }

  /** The process begins anew where the case stands; the one before is no longer the case's. */
  void begin(CaseFile file, String officer, String reason) {
    supervisions.abandoned(file.id());
    events.publishEvent(new ProcessAbandoned(file.id(), officer, reason));
    clocks.resume(file.id(), SuspensionEnd.RESTARTED);
    progress.unbind(file.id(), file.processInstanceKey());
    outbox.add(
        file.owner() == null
            ? new StartProcess(PROCESS, Map.of("caseId", file.id().toString()), tags(file))
            : new StartProcess(PROCESS, variables(file), tags(file), BEFORE_DISPATCH));
    merged.leaderOf(file.id()).ifPresent(leader -> follow(file, leader));
  }

  /** The new process doesn't know that the case follows another; the old one has heard it. */
  private void follow(CaseFile file, UUID leader) {
    outbox.add(
        PublishMessage.lasting(
            "case.merged",
            file.id().toString(),
            Map.of("matter", Map.of("number", cases.get(leader).number()))));
  }

  private static Set<String> tags(CaseFile file) {
    return Set.of("case:" + file.number());
  }

  private Map<String, Object> variables(CaseFile file) {
    return Map.of(
        "caseId", file.id().toString(),
        "case", places.named(file.about()),
        "round", file.round(),
        "dispatch",
            Map.of(
                "unitKind", file.owner().kind(),
                "unitCode", file.owner().code(),
                "level", file.about().level(),
                "clear", true,
                "copyToDistrict", false));
  }

  /** The case is not abandoned. */
  public static class NotAbandoned extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAbandoned(String number) {
      super(
          "case "
              + number
              + " is over, or its process runs; only an abandoned one is started anew");
    }
  }
}
