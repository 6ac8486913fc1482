package city.whistle.workers.intake;

import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a resident wants of a running case, told by the hotline: the words go to the vault, the
 * process hears only that there is a wish.
 */
@Component
public class ResidentWishes {

  private final CaseFiles cases;
  private final ResidentVault vault;
  private final Timeline timeline;
  private final Outbox outbox;
  private final Callbacks callbacks;

  ResidentWishes(
      CaseFiles cases, ResidentVault vault, Timeline timeline, Outbox outbox, Callbacks callbacks) {
    this.cases = cases;
    this.vault = vault;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callbacks = callbacks;
  }

  /**
   * Tells the case's process.
   *
   * @param text the resident's words; null for none
   * @return false where there is no such case
   * @throws CaseIsOver where nothing more happens to it
   */
  @Transactional
  public boolean tell(String number, Wish wish, String text, String clientId) {
    return cases
        .byNumber(number)
        .map(
            file -> {
              tell(file, wish, text, clientId);
              return true;
            })
        .orElse(false);
  }

  private void tell(CaseFile file, Wish wish, String text, String clientId) {
    if (file.status().isFinal()) {
      throw new CaseIsOver(file.number());
    }
    vault.seal(file.id(), VaultPart.wish(UUID.randomUUID()), text);
    timeline.append(file.id(), "hotline:" + clientId, wish.step(), "");
    if (wish == Wish.WITHDRAW) {
      callbacks.closeLinks(file.id());
    }
    outbox.add(PublishMessage.lasting(wish.message(), file.id().toString(), variables(file, wish)));
  }

  /** Who is urged often is supervised more severely. */
  private Map<String, Object> variables(CaseFile file, Wish wish) {
    return wish == Wish.URGE
        ? Map.of("urgeCount", timeline.count(file.id(), wish.step()))
        : Map.of();
  }

  /** The three wishes, with the message that each publishes and the line that it writes. */
  public enum Wish {
    URGE("case.urged", "UrgeReceived"),
    SUPPLEMENT("case.supplemented", "SupplementReceived"),
    WITHDRAW("case.withdrawn", "WithdrawalReceived");

    private final String message;
    private final String step;

    Wish(String message, String step) {
      this.message = message;
      this.step = step;
    }

    String message() {
      return message;
    }

    String step() {
      return step;
    }
  }

  /** The case is answered, withdrawn or closed. */
  public static class CaseIsOver extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseIsOver(String number) {
      super("case " + number + " is over; open a new one for what is new");
    }
  }
}
