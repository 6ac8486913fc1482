package city.whistle.engine.expression;

import city.whistle.engine.clock.EngineClock;
import java.util.List;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * Parses expressions and evaluates them. An expression sees the variables of its scope one by one,
 * so evaluating costs nothing for variables that it doesn't name. Threads may share it.
 */
public final class ExpressionEngine {

  private static final String FEEL_PREFIX = "=";

  private final FeelEngineApi feel;

  public ExpressionEngine(EngineClock clock) {
    this.feel =
        FeelBounds.applyTo(
            FeelEngineBuilder.create()
                .withValueMapper(new FeelValues())
                .withFunctionProvider(new FeelFunctions())
                .withClock(new FeelClock(clock))
                .build());
  }

  /**
   * Text with a leading '=' is FEEL, all other text stands for itself.
   *
   * @throws ExpressionSyntaxException where the FEEL doesn't parse
   */
  public Expression parse(String text) {
    if (!text.startsWith(FEEL_PREFIX)) {
      return new Expression.Constant(text);
    }
    ParseResult result = parseFeel(text.substring(FEEL_PREFIX.length()).strip());
    if (result.isFailure()) {
      throw new ExpressionSyntaxException(result.failure().message());
    }
    return new FeelExpression(text, result.parsedExpression());
  }

  private ParseResult parseFeel(String text) {
    try {
      return feel.parseExpression(text);
    } catch (StackOverflowError e) {
      throw new ExpressionSyntaxException(
          "failed to parse an expression of %d characters: it is nested too deeply"
              .formatted(text.length()));
    }
  }

  /**
   * The value as map, list, string, long, double, boolean or null; temporal values are their ISO
   * text. A variable that is not there counts as null.
   *
   * @throws EvaluationException where FEEL fails: an assertion, a result without a JSON form, one
   *     that is too large, or an evaluation that takes too long
   */
  public Object evaluate(Expression expression, VariableSource variables) {
    return expression instanceof FeelExpression parsed
        ? evaluateFeel(parsed, variables).value()
        : expression.source();
  }

  /** Whether the expression is a text that stands for itself. */
  public boolean isStatic(Expression expression) {
    return expression instanceof Expression.Constant;
  }

  Outcome outcome(Expression expression, VariableSource variables) {
    return expression instanceof FeelExpression parsed
        ? evaluateFeel(parsed, variables)
        : new Outcome(expression.source(), List.of());
  }

  private Outcome evaluateFeel(FeelExpression expression, VariableSource variables) {
    EvaluationResult result = result(expression, variables);
    Outcome outcome = new Outcome(result.result(), warnings(result));
    if (result.isFailure()) {
      throw new EvaluationException(result.failure().message() + outcome.because());
    }
    return outcome;
  }

  private EvaluationResult result(FeelExpression expression, VariableSource variables) {
    try {
      return Effort.bounded(
          () -> {
            var context = new FeelContext(new SourceVariables(variables));
            EvaluationResult result = feel.evaluate(expression.parsed(), context);
            Results.check(result.result(), Effort.current());
            return result;
          });
    } catch (Effort.TooMuch e) {
      throw new EvaluationException(
          "failed to evaluate expression '%s': %s".formatted(expression.source(), e.getMessage()));
    } catch (StackOverflowError e) {
      throw new EvaluationException(
          "failed to evaluate expression '%s': it calls itself without end or is nested too deeply"
              .formatted(expression.source()));
    }
  }

  private static List<String> warnings(EvaluationResult result) {
    return result.hasSuppressedFailures()
        ? result.getSuppressedFailures().stream()
            .map(EvaluationFailure::failureMessage)
            .distinct()
            .toList()
        : List.of();
  }
}
