package city.whistle.engine.execution;

import city.whistle.engine.state.ErrorType;

/** A step that can't be done until a person repairs something; the step will be done again. */
public final class IncidentException extends RuntimeException {

  private final ErrorType type;

  public IncidentException(ErrorType type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  public ErrorType type() {
    return type;
  }
}
