package city.whistle.workers.disclosure;

import city.whistle.workers.resident.ResidentVault;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param clientId the client by which he asks
 * @param officer the person, as the client knows him
 * @param unitCode the unit that he belongs to; null for the hotline or the centre
 * @param reason why it is needed, as he wrote it
 */
public record Asker(String clientId, String officer, String unitCode, String reason) {

  /** The reason as it may stand for ever in logs and timelines, which nothing erases. */
  String safeReason(ResidentVault vault, UUID caseId) {
    return vault.redact(caseId, reason);
  }
}
