package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.delivery.DeliverySettings.Mail;
import city.whistle.workers.notification.delivery.DeliverySettings.Security;
import city.whistle.workers.notification.delivery.Outcome.Delivered;
import city.whistle.workers.notification.delivery.Outcome.Refused;
import city.whistle.workers.notification.delivery.Outcome.Unreachable;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SMTP server. A message that is sent again has the same Message-ID. */
final class MailEndpoint implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(MailEndpoint.class);
  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "5000";

  private final Mail settings;
  private final InternetAddress from;
  private final Session session;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException where the settings are incomplete or would send in the clear
   */
  MailEndpoint(Mail settings, Clock clock) {
    if (settings.host() == null || settings.from() == null) {
      throw new IllegalArgumentException("whistle.notifications.mail needs host and from");
    }
    if (settings.security() == Security.NONE && !Loopback.is(settings.host())) {
      throw new IllegalArgumentException(
          "whistle.notifications.mail.security=none is for a server on this machine; use starttls or tls for "
              + settings.host());
    }
    this.settings = settings;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings));
    try {
      this.from = new InternetAddress(settings.from(), true);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "whistle.notifications.mail.from must be an e-mail address such as no-reply@example.org");
    }
  }

  @Override
  public String name() {
    return Routes.MAIL;
  }

  @Override
  public boolean mailOnly() {
    return true;
  }

  @Override
  public Outcome deliver(Letter letter) {
    InternetAddress to;
    try {
      to = new InternetAddress(letter.address(), true);
    } catch (AddressException e) {
      return new Refused("addressInvalid");
    }
    Transport transport;
    try {
      transport = connect();
    } catch (MessagingException e) {
      return new Unreachable("smtp " + e.getClass().getSimpleName(), null);
    }
    try {
      transport.sendMessage(write(letter, to), new Address[] {to});
      return new Delivered();
    } catch (MessagingException e) {
      return SmtpFailure.of(e);
    } finally {
      close(transport);
    }
  }

  private Transport connect() throws MessagingException {
    Transport transport = session.getTransport("smtp");
    transport.connect(
        settings.host(), settings.portOrUsual(), settings.username(), settings.password());
    return transport;
  }

  /** The server has said by now what it does with the message. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the SMTP server hung up first");
    }
  }

  private MimeMessage write(Letter letter, InternetAddress to) throws MessagingException {
    String id = "<" + letter.notification().id() + "@" + domain(from.getAddress()) + ">";
    MimeMessage message = new MessageWithId(session, id);
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, to);
    message.setSubject(letter.message().subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.message().text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.message().language().wireName());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static Properties properties(Mail settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {
        // a relay on this machine
      }
    }
    return properties;
  }

  /** Keeps its own id, in place of one that is new each time. */
  private static final class MessageWithId extends MimeMessage {

    private final String id;

    MessageWithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
