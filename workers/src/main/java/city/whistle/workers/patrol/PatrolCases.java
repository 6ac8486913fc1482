package city.whistle.workers.patrol;

import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a patrol's process that the case that was opened for it has ended. */
@Component
public class PatrolCases {

  private final Patrols patrols;
  private final Outbox outbox;

  PatrolCases(Patrols patrols, Outbox outbox) {
    this.patrols = patrols;
    this.outbox = outbox;
  }

  /** Of any case; nothing is told where no patrol waits for it. */
  public void ended(UUID caseId) {
    patrols
        .ofCase(caseId)
        .ifPresent(
            patrol ->
                outbox.add(
                    PublishMessage.lasting("patrol.caseEnded", patrol.id().toString(), Map.of())));
  }
}
