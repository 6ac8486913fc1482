package city.whistle.engine.expression;

/** An expression that could not be evaluated, or whose result is of an unusable type. */
public final class EvaluationException extends RuntimeException {

  public EvaluationException(String message) {
    super(message);
  }
}
