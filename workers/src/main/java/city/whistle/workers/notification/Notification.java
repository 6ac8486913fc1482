package city.whistle.workers.notification;

import java.util.Map;
import java.util.UUID;

/**
 * A message to somebody.
 *
 * @param subject the case's or whistle's id
 * @param channel {@code phone}, {@code sms}, {@code web}, {@code email} or {@code desk}: how it is
 *     wanted; settings say how it leaves
 * @param parameters what fills the text, as the kind asks for it; never personal data
 * @param vaultPart the part of the vault that belongs into the text; null for none
 */
public record Notification(
    UUID subject,
    Recipient recipient,
    String channel,
    NotificationKind kind,
    Map<String, String> parameters,
    String vaultPart) {

  private static final String DESK = "desk";

  /**
   * @throws IllegalArgumentException where the kind has no text for this recipient, or a parameter
   *     of its text is missing
   */
  public Notification {
    if (!kind.recipients().contains(recipient.kind())) {
      throw new IllegalArgumentException(kind + " has no text for " + recipient.kind());
    }
    if (!parameters.keySet().containsAll(kind.parameters())) {
      throw new IllegalArgumentException(kind + " needs " + kind.parameters());
    }
  }

  public static Notification toUnit(
      UUID subject, String unitCode, NotificationKind kind, Map<String, String> parameters) {
    return new Notification(subject, Recipient.unit(unitCode), DESK, kind, parameters, null);
  }

  public static Notification toHotline(
      UUID subject, NotificationKind kind, Map<String, String> parameters) {
    return new Notification(subject, Recipient.HOTLINE, DESK, kind, parameters, null);
  }

  public static Notification toResident(
      UUID subject, String channel, NotificationKind kind, Map<String, String> parameters) {
    return new Notification(subject, Recipient.RESIDENT, channel, kind, parameters, null);
  }

  public static Notification toLine(UUID subject, String number, NotificationKind kind) {
    return new Notification(subject, Recipient.line(number), "phone", kind, Map.of(), null);
  }

  /** The same with a part of the vault in its text. */
  public Notification with(String part) {
    return new Notification(subject, recipient, channel, kind, parameters, part);
  }
}
