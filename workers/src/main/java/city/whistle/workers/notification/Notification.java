package city.whistle.workers.notification;

import java.util.Map;
import java.util.UUID;

/**
 * A message to somebody.
 *
 * @param subject the case's or whistle's id
 * @param recipient {@code resident}, {@code unit:<code>}, {@code hotline} or {@code line:<number>};
 *     a resident's address is looked up in the vault when it is sent
 * @param channel {@code phone}, {@code sms}, {@code web}, {@code email} or {@code desk}
 * @param template which text it is
 * @param parameters what fills the text; never personal data
 * @param vaultPart the part of the vault that belongs into the text; null for none
 */
public record Notification(
    UUID subject,
    String recipient,
    String channel,
    String template,
    Map<String, String> parameters,
    String vaultPart) {

  public static Notification toUnit(
      UUID subject, String unitCode, String template, Map<String, String> parameters) {
    return new Notification(subject, "unit:" + unitCode, "desk", template, parameters, null);
  }

  public static Notification toHotline(
      UUID subject, String template, Map<String, String> parameters) {
    return new Notification(subject, "hotline", "desk", template, parameters, null);
  }

  public static Notification toResident(
      UUID subject, String channel, String template, String vaultPart) {
    return new Notification(subject, "resident", channel, template, Map.of(), vaultPart);
  }
}
