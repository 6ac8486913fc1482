package city.whistle.workers.disclosure;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.unit.UnitRef;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may see what of a resident (domain: regulation of 2021, articles 8, 28, 35). The hotline and
 * the centre may see all. A unit sees what belongs to a case that it owns, or that follows one
 * which it owns. If the resident asked for confidentiality, or reports a wrong (举报), its owner does
 * not see who he is: what was reported must not lead back to him.
 */
final class RevealRule {

  private RevealRule() {}

  /**
   * Why something is not shown; empty where it is.
   *
   * @param handling who has the case, or the one that it follows; null while nobody has
   * @param identifying whether it tells by itself who complained
   */
  static Optional<Refusal> refusal(
      CaseFile file, UnitRef handling, String unitCode, boolean identifying) {
    if (unitCode == null) {
      return Optional.empty();
    }
    if (handling == null || !handling.code().equals(unitCode)) {
      return Optional.of(Refusal.NOT_OWNER);
    }
    return isShielded(file, unitCode) && identifying
        ? Optional.of(Refusal.CONFIDENTIAL)
        : Optional.empty();
  }

  /** Whether who asks must not learn who the resident is. */
  static boolean isShielded(CaseFile file, String unitCode) {
    return unitCode != null && file.about().confidential();
  }

  /** The text without what tells who the resident is; the place stays, without its numbers. */
  static String shield(ResidentVault vault, UUID caseId, String text) {
    return vault.shield(caseId, text);
  }

  /** Why something is not shown. */
  enum Refusal {
    NOT_OWNER(
        "notOwner",
        "only the unit that owns the case may see the resident's data; ask the hotline for what"
            + " a unit that helps must know"),
    CONFIDENTIAL(
        "confidential",
        "who complained is hidden from the handling unit: the case is confidential or reports a"
            + " wrong; only the hotline may see name, phone, email, location and photos. Name the parts"
            + " that you need, among title, content, address, supplements, replies, comments");

    private final String code;
    private final String sentence;

    Refusal(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    String code() {
      return code;
    }

    String sentence() {
      return sentence;
    }
  }
}
