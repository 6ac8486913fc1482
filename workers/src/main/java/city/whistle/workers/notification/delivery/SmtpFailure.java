package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.delivery.Outcome.Postponed;
import city.whistle.workers.notification.delivery.Outcome.Refused;
import city.whistle.workers.notification.delivery.Outcome.Unreachable;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an SMTP server's refusal means (RFC 5321, 4.2.1); its words, which quote addresses, don't
 * count.
 */
final class SmtpFailure {

  private static final int CLOSING = 421;
  private static final int PERMANENT = 500;

  private SmtpFailure() {}

  static Outcome of(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPSenderFailedException sender) {
        // it doesn't want the city as a sender: no other message would fare better
        return new Unreachable("smtp sender " + sender.getReturnCode(), null);
      }
      if (e instanceof SMTPAddressFailedException address) {
        return of(address.getReturnCode());
      }
    }
    return failure instanceof SMTPSendFailedException send
        ? of(send.getReturnCode())
        : new Postponed("smtp " + failure.getClass().getSimpleName());
  }

  private static Outcome of(int code) {
    if (code == CLOSING) {
      return new Unreachable("smtp " + code, null);
    }
    return code >= PERMANENT ? new Refused("smtp " + code) : new Postponed("smtp " + code);
  }
}
