package city.whistle.workers;

/** Why the program must not start: one sentence for the operator, that says what to do. */
public final class StartRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefusal(String sentence) {
    super(sentence);
  }

  public StartRefusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
