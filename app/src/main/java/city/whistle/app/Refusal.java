package city.whistle.app;

/** Why a command isn't carried out: one sentence for whoever typed it, that says what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Exit code of a command that failed. */
  static final int FAILED = 1;

  /** Exit code of a command that isn't one. */
  static final int MISUSED = 2;

  private final int exitCode;

  private Refusal(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** It was understood, but can't be done now. */
  static Refusal failed(String sentence) {
    return new Refusal(FAILED, sentence);
  }

  /** It wasn't understood. */
  static Refusal misused(String sentence) {
    return new Refusal(MISUSED, sentence + " Run './whistle help' for what there is.");
  }

  int exitCode() {
    return exitCode;
  }
}
