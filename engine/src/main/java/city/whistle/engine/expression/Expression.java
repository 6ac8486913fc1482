package city.whistle.engine.expression;

/** An expression of a model, parsed once: a constant text or FEEL (written with a leading '='). */
public sealed interface Expression permits Expression.Constant, FeelExpression {

  /** As it stands in the model, FEEL with its '='. */
  String source();

  /** A text that stands for itself. */
  record Constant(String source) implements Expression {}
}
