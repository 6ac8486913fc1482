package city.whistle.workers.resident;

import java.util.UUID;

/**
 * Who wants to see a part of the vault, and why; each look is logged with it.
 *
 * @param reveal ties together what was asked for at once; null where the system itself reads
 * @param clientId the client by which a person asks; null where the system itself reads
 * @param unitCode the unit for which it is asked; null for the hotline or the centre
 * @param who user or part of the system, not blank
 * @param reason why it is needed, not blank and without personal data
 */
public record VaultAccess(
    UUID reveal, String clientId, String unitCode, String who, String reason) {

  public VaultAccess {
    if (who.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("say who reveals a resident's data, and why");
    }
  }
}
