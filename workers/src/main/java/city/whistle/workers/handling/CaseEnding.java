package city.whistle.workers.handling;

import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.matter.MatterEndings;
import city.whistle.workers.patrol.PatrolCases;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.whistle.OpenWhistles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What stands beside a case ends with it: links, supervisions, whistles; who follows it hears, and
 * a patrol that waits for it goes on.
 */
@Component
class CaseEnding {

  private final Callbacks callbacks;
  private final Supervisions supervisions;
  private final OpenWhistles whistles;
  private final MatterEndings matters;
  private final PatrolCases patrols;

  CaseEnding(
      Callbacks callbacks,
      Supervisions supervisions,
      OpenWhistles whistles,
      MatterEndings matters,
      PatrolCases patrols) {
    this.matters = matters;
    this.patrols = patrols;
    this.callbacks = callbacks;
    this.supervisions = supervisions;
    this.whistles = whistles;
  }

  void end(UUID caseId) {
    callbacks.closeLinks(caseId);
    supervisions.matterEnded(caseId);
    whistles.caseEnded(caseId);
    matters.ended(caseId);
    patrols.ended(caseId);
  }
}
