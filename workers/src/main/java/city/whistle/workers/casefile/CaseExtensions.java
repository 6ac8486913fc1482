package city.whistle.workers.casefile;

import city.whistle.workers.timeline.Timeline;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How often a case's time was extended, whichever process, round or owner it had then. */
@Component
public class CaseExtensions {

  /** The timeline's line of an extension. */
  public static final String LINE = "LimitsExtended";

  private final Timeline timeline;

  CaseExtensions(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Variable {@code extensions}. */
  public int used(UUID caseId) {
    return timeline.count(caseId, LINE);
  }
}
