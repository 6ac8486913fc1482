package city.whistle.workers.handling;

import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.matter.MatterEndings;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.whistle.OpenWhistles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What stands beside a case ends with it: links, supervisions, whistles; and who follows it hears.
 */
@Component
class CaseEnding {

  private final Callbacks callbacks;
  private final Supervisions supervisions;
  private final OpenWhistles whistles;
  private final MatterEndings matters;

  CaseEnding(
      Callbacks callbacks,
      Supervisions supervisions,
      OpenWhistles whistles,
      MatterEndings matters) {
    this.callbacks = callbacks;
    this.supervisions = supervisions;
    this.whistles = whistles;
    this.matters = matters;
  }

  void end(UUID caseId) {
    callbacks.closeLinks(caseId);
    supervisions.matterEnded(caseId);
    whistles.caseEnded(caseId);
    matters.ended(caseId);
  }
}
