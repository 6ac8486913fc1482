package city.whistle.engine.expression;

import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL expression; only {@code ExpressionEngine} makes and evaluates it. */
record FeelExpression(String source, ParsedExpression parsed) implements Expression {}
