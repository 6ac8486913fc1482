package city.whistle.workers.disclosure;

import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a resident's data can be asked for; the wire name is the lower-case name. The link by
 * which he answers is not among it: it is his.
 */
public enum RevealedPart {
  NAME(true, VaultPart.NAME),
  PHONE(true, VaultPart.PHONE),
  EMAIL(true, VaultPart.EMAIL),
  TITLE(false, VaultPart.TITLE),
  CONTENT(false, VaultPart.CONTENT),
  ADDRESS(false, VaultPart.ADDRESS),
  /** A point on the map can't be blurred as words can, and may be the resident's door. */
  LOCATION(true, VaultPart.LOCATION),
  SUPPLEMENTS("wish:"),
  REPLIES("reply:"),
  COMMENTS("comment:");

  private final boolean identifying;
  private final VaultPart single;
  private final String prefix;

  RevealedPart(boolean identifying, VaultPart single) {
    this.identifying = identifying;
    this.single = single;
    this.prefix = null;
  }

  RevealedPart(String prefix) {
    this.identifying = false;
    this.single = null;
    this.prefix = prefix;
  }

  /** Whether it tells by itself who complained. */
  boolean identifying() {
    return identifying;
  }

  /** Whether there may be several texts of it. */
  boolean several() {
    return prefix != null;
  }

  /** What lies in the vault of it, or would. */
  List<VaultPart> in(ResidentVault vault, UUID caseId) {
    return several() ? vault.parts(caseId, prefix) : List.of(single);
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RevealedPart> of(String wireName) {
    return Arrays.stream(values()).filter(part -> part.wireName().equals(wireName)).findFirst();
  }
}
