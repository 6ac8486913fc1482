package city.whistle.workers.inlet;

/**
 * A body that nobody waits for any longer; not an IOException, which Tomcat would answer itself.
 */
public final class BodyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean late;

  private BodyRefused(String sentence, boolean late) {
    super(sentence);
    this.late = late;
  }

  static BodyRefused tooLate() {
    return new BodyRefused("the body did not come in time", true);
  }

  static BodyRefused tooMany() {
    return new BodyRefused("too many bodies are waited for; send it again soon", false);
  }

  /** Whether its own time was over; else there was no room for it. */
  public boolean isLate() {
    return late;
  }
}
