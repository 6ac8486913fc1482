package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Recipient;
import city.whistle.workers.notification.delivery.Written.Dropped;
import city.whistle.workers.notification.delivery.Written.Ready;
import city.whistle.workers.notification.delivery.Written.Unwritable;
import city.whistle.workers.notification.text.Language;
import city.whistle.workers.notification.text.Message;
import city.whistle.workers.notification.text.MessageTexts;
import city.whistle.workers.resident.PhoneNumber;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes a message just before it leaves: what lies in the vault is revealed for it, each time, and
 * that is logged.
 */
@Component
class LetterWriter {

  private static final String WHO = "system";

  private final ResidentVault vault;
  private final Matters matters;
  private final Routes routes;
  private final MessageTexts texts;

  LetterWriter(ResidentVault vault, Matters matters, Routes routes, MessageTexts texts) {
    this.vault = vault;
    this.matters = matters;
    this.routes = routes;
    this.texts = texts;
  }

  /**
   * @param mail whether it goes to an e-mail address
   */
  Written write(QueuedNotification notification, boolean mail) {
    Optional<NotificationKind> kind = NotificationKind.of(notification.kind());
    Optional<Matters.Matter> matter = matters.find(notification.subject());
    if (kind.isEmpty() || matter.isEmpty()) {
      return new Unwritable(kind.isEmpty() ? "unknownKind" : "unknownSubject");
    }
    if (notification.needsVault() && vault.isErased(notification.subject())) {
      return new Dropped("erased");
    }
    Optional<VaultPart> where = vaultAddress(notification);
    String address = address(notification, where, mail);
    if (where.isPresent() && address == null) {
      return new Dropped("noAddress");
    }
    try {
      Message message = message(notification, kind.get(), matter.get().number());
      return new Ready(
          new Letter(
              notification,
              matter.get().number(),
              notification.recipient().kind() == Recipient.Kind.UNIT
                  ? null
                  : matter.get().externalId(),
              address,
              message));
    } catch (IllegalArgumentException incomplete) {
      // parameters that an older program wrote, or words that are gone from the vault
      return new Unwritable("incomplete");
    }
  }

  private static Optional<VaultPart> vaultAddress(QueuedNotification notification) {
    return notification.recipient().kind() == Recipient.Kind.RESIDENT
        ? Router.addressPart(notification.channel())
        : Optional.empty();
  }

  private String address(QueuedNotification notification, Optional<VaultPart> where, boolean mail) {
    if (where.isPresent()) {
      Optional<String> given = reveal(notification, where.get());
      return (where.get().equals(VaultPart.PHONE) ? given.flatMap(PhoneNumber::in) : given)
          .orElse(null);
    }
    return mail ? routes.mailAddress(notification.recipient()).orElse(null) : null;
  }

  private Message message(QueuedNotification notification, NotificationKind kind, String number) {
    Map<String, String> values = new HashMap<>(notification.parameters());
    values.put(MessageTexts.NUMBER, number);
    if (notification.vaultPart() != null) {
      reveal(notification, new VaultPart(notification.vaultPart()))
          .ifPresent(text -> values.put(MessageTexts.DETAIL, text));
    }
    return texts.write(kind, notification.recipient().kind(), language(notification), values);
  }

  private Language language(QueuedNotification notification) {
    boolean own =
        notification.recipient().kind() == Recipient.Kind.RESIDENT
            && vault.holds(notification.subject(), VaultPart.LANGUAGE);
    return own
        ? reveal(notification, VaultPart.LANGUAGE).flatMap(Language::of).orElse(Language.ZH)
        : routes.language(notification.recipient());
  }

  private Optional<String> reveal(QueuedNotification notification, VaultPart part) {
    return vault.reveal(
        notification.subject(),
        part,
        WHO,
        "notification " + notification.kind() + " " + notification.id());
  }
}
