package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.text.Message;

/**
 * A message ready to leave. Holds personal data: never logged.
 *
 * @param number the case's or whistle's
 * @param externalId the hotline's own number of the case; null where the recipient has no need of
 *     it
 * @param address phone number or e-mail address; null where the server knows it
 */
record Letter(
    QueuedNotification notification,
    String number,
    String externalId,
    String address,
    Message message) {

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "Letter[" + notification.id() + "]";
  }
}
