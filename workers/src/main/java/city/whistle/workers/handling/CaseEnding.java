package city.whistle.workers.handling;

import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.supervision.Supervisions;
import city.whistle.workers.whistle.OpenWhistles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stands beside a case ends with it: links, supervisions, whistles. */
@Component
class CaseEnding {

  private final Callbacks callbacks;
  private final Supervisions supervisions;
  private final OpenWhistles whistles;

  CaseEnding(Callbacks callbacks, Supervisions supervisions, OpenWhistles whistles) {
    this.callbacks = callbacks;
    this.supervisions = supervisions;
    this.whistles = whistles;
  }

  void end(UUID caseId) {
    callbacks.closeLinks(caseId);
    supervisions.matterEnded(caseId);
    whistles.caseEnded(caseId);
  }
}
