package city.whistle.workers.notification.text;

/** A text that somebody gets. May hold personal data: never logged. */
public record Message(Language language, String subject, String text) {

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "Message[" + language + "]";
  }
}
