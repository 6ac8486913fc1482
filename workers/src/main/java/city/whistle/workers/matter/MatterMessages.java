package city.whistle.workers.matter;

import city.whistle.workers.outbox.EngineCall.PublishMessage;
import java.util.Map;
import java.util.UUID;

/** What the processes of cases that follow are told. */
final class MatterMessages {

  private MatterMessages() {}

  /** The case follows no longer; what is to be done now, its worker finds in the registry. */
  static PublishMessage over(UUID caseId, String how) {
    return PublishMessage.lasting("case.matterOver", caseId.toString(), Map.of("matterEnd", how));
  }
}
