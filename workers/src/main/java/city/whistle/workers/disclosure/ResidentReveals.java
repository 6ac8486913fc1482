package city.whistle.workers.disclosure;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.RevealDoor.Asked;
import city.whistle.workers.disclosure.RevealOutcome.Shown;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.PhoneNumber;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultAccess;
import city.whistle.workers.resident.VaultPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a person a resident's data, if {@link RevealDoor} lets him through; each part is logged.
 */
@Component
public class ResidentReveals {

  /** Beside the phone as it was said: the number in it. */
  private static final String DIAL = "dial";

  private final RevealDoor door;
  private final ResidentVault vault;
  private final AccessLog log;
  private final CityTime time;

  ResidentReveals(RevealDoor door, ResidentVault vault, AccessLog log, CityTime time) {
    this.door = door;
    this.vault = vault;
    this.log = log;
    this.time = time;
  }

  /** Shows the parts, or says why not; the answer is the caller's to forget. */
  @Transactional
  public RevealOutcome reveal(CaseFile file, Asker asker, List<RevealedPart> parts) {
    VaultAccess access = door.access(file, asker, UUID.randomUUID());
    Asked asked =
        new Asked(
            parts.stream().map(RevealedPart::wireName).toList(),
            parts.stream().anyMatch(RevealedPart::identifying));
    return door.turnedAway(file, access, asked)
        .orElseGet(
            () -> {
              boolean shielded = RevealRule.isShielded(file, access.unitCode());
              Map<String, Object> data = read(file, access, parts, shielded);
              door.noteShown(file, access, asked);
              return new Shown(access.reveal(), time.now(), file.number(), shielded, data);
            });
  }

  private Map<String, Object> read(
      CaseFile file, VaultAccess access, List<RevealedPart> parts, boolean shielded) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (RevealedPart part : parts) {
      List<VaultPart> names = part.in(vault, file.id());
      if (names.isEmpty()) {
        log.absent(file.id(), part.wireName(), access);
      }
      List<String> texts =
          names.stream()
              .flatMap(name -> vault.reveal(file.id(), name, access).stream())
              .map(text -> shielded ? RevealRule.shield(vault, file.id(), text) : text)
              .toList();
      if (!texts.isEmpty()) {
        data.put(part.wireName(), part.several() ? texts : texts.get(0));
        if (part == RevealedPart.PHONE) {
          PhoneNumber.in(texts.get(0)).ifPresent(number -> data.put(DIAL, number));
        }
      }
    }
    return data;
  }
}
