package city.whistle.workers.notification.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.notifications.*}.
 *
 * @param interval how often waiting messages are looked for when nothing woke the sender; zero
 *     leaves them to other copies of the application
 * @param maxAttempts how often a message that its server refused for now is tried
 * @param maxAge after this a message that could not leave is given up
 * @param routes by which server a message leaves, see {@link Routes}
 * @param addresses e-mail addresses of units, the hotline and lines, see {@link Routes}
 * @param languages {@code zh} or {@code en}, for units, the hotline and lines, see {@link Routes}
 * @param mail the SMTP server; null for none
 * @param webhooks HTTP servers by name
 */
@ConfigurationProperties("whistle.notifications")
public record DeliverySettings(
    @DefaultValue("PT5S") Duration interval,
    @DefaultValue("8") int maxAttempts,
    @DefaultValue("P7D") Duration maxAge,
    @DefaultValue Map<String, String> routes,
    @DefaultValue Map<String, String> addresses,
    @DefaultValue Map<String, String> languages,
    Mail mail,
    @DefaultValue Map<String, Webhook> webhooks) {

  /**
   * @throws IllegalArgumentException where a number can't be meant
   */
  public DeliverySettings {
    if (maxAttempts < 1 || maxAttempts > 50) {
      throw new IllegalArgumentException(
          "whistle.notifications.max-attempts must be 1 to 50, not " + maxAttempts);
    }
    if (interval.isNegative() || maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException(
          "whistle.notifications.interval and max-age must not be negative, max-age not zero");
    }
  }

  /** Shows no address and no secret. */
  @Override
  public String toString() {
    return "DeliverySettings[routes=" + routes + "]";
  }

  /** How the way to the SMTP server is secured. */
  public enum Security {
    /** From plain to TLS before anything is said; a server that can't is not talked to. */
    STARTTLS,
    /** TLS from the start. */
    TLS,
    /** Nothing; only for a server on this machine. */
    NONE
  }

  /**
   * @param port null for the security's usual one: 587, 465 or 25
   * @param username null for no login
   * @param from the sender's address; its domain also stands in each Message-ID
   */
  public record Mail(
      String host,
      Integer port,
      @DefaultValue("STARTTLS") Security security,
      String username,
      String password,
      String from) {

    int portOrUsual() {
      if (port != null) {
        return port;
      }
      return switch (security) {
        case STARTTLS -> 587;
        case TLS -> 465;
        case NONE -> 25;
      };
    }

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Mail[" + host + "]";
    }
  }

  /**
   * @param url https, or http on this machine
   * @param secret what the signature is made with: {@code whsec_} and Base64 of 24 to 64 bytes
   */
  public record Webhook(URI url, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Webhook[" + url + "]";
    }
  }
}
