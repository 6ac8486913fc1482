package city.whistle.engine.execution;

import city.whistle.engine.state.ErrorType;

/**
 * A step that can't be done until a person repairs something; the step will be done again. What it
 * had done is undone, but for what is to be kept of the attempt.
 */
public final class IncidentException extends RuntimeException {

  private final ErrorType type;
  private final transient Runnable keeping;

  public IncidentException(ErrorType type, String message) {
    this(type, message, () -> {});
  }

  /**
   * @param keeping writes what is to be known of the attempt, after it was undone
   */
  public IncidentException(ErrorType type, String message, Runnable keeping) {
    super(message, null, false, false);
    this.type = type;
    this.keeping = keeping;
  }

  void keep() {
    keeping.run();
  }

  public ErrorType type() {
    return type;
  }
}
