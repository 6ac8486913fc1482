package city.whistle.engine.expression;

/** FEEL that doesn't parse; the message has the expression and the place. */
public final class ExpressionSyntaxException extends RuntimeException {

  public ExpressionSyntaxException(String message) {
    super(message);
  }
}
