package city.whistle.engine.expression;

import city.whistle.engine.clock.EngineClock;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Parses expressions and evaluates them. An expression sees the variables of its scope one by one,
 * so evaluating costs nothing for variables that it doesn't name. Threads may share it.
 */
public final class ExpressionEngine {

  private static final String FEEL_PREFIX = "=";

  private static final FeelValues VALUES = new FeelValues();

  private final FeelEngineApi feel;

  public ExpressionEngine(EngineClock clock) {
    this.feel =
        FeelBounds.applyTo(
            FeelEngineBuilder.create()
                .withValueMapper(new UnpackedLater())
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
   * @throws EvaluationException where FEEL fails: an assertion, a result that is too large, or an
   *     evaluation that takes too long
   */
  public Object evaluate(Expression expression, VariableSource variables) {
    return outcome(expression, variables).value();
  }

  /**
   * The value with its FEEL type, for expressions that calculate on with it.
   *
   * @throws EvaluationException as {@link #evaluate}
   */
  public FeelValue evaluateTyped(Expression expression, VariableSource variables) {
    return expression instanceof FeelExpression parsed
        ? evaluateFeel(parsed, variables).typed()
        : new FeelValue(new ValString(expression.source()));
  }

  /**
   * The name of the variable that the expression is, or is a path into; empty where it is anything
   * else.
   */
  public Optional<String> variableOf(Expression expression) {
    return expression instanceof FeelExpression feelExpression
            && feelExpression.parsed().expression() instanceof Ref path
        ? Optional.of(path.names().head())
        : Optional.empty();
  }

  /** Whether the expression is a text that stands for itself. */
  public boolean isStatic(Expression expression) {
    return expression instanceof Expression.Constant;
  }

  Outcome outcome(Expression expression, VariableSource variables) {
    return expression instanceof FeelExpression parsed
        ? evaluateFeel(parsed, variables).outcome()
        : new Outcome(expression.source(), List.of());
  }

  /** A value with its FEEL type, and as JSON; both null where the evaluation failed. */
  private record Evaluated(EvaluationResult result, Val value, Object json) {

    FeelValue typed() {
      return new FeelValue(value);
    }

    Outcome outcome() {
      return new Outcome(json, warnings(result));
    }
  }

  private Evaluated evaluateFeel(FeelExpression expression, VariableSource variables) {
    Evaluated evaluated = evaluateBounded(expression, variables);
    if (evaluated.result().isFailure()) {
      throw new EvaluationException(
          evaluated.result().failure().message() + evaluated.outcome().because());
    }
    return evaluated;
  }

  private Evaluated evaluateBounded(FeelExpression expression, VariableSource variables) {
    try {
      return Effort.bounded(() -> evaluateUnbounded(expression, variables));
    } catch (Effort.TooMuch e) {
      throw new EvaluationException(
          "failed to evaluate expression '%s': %s".formatted(expression.source(), e.getMessage()));
    } catch (StackOverflowError e) {
      throw new EvaluationException(
          "failed to evaluate expression '%s': it calls itself without end or is nested too deeply"
              .formatted(expression.source()));
    }
  }

  private Evaluated evaluateUnbounded(FeelExpression expression, VariableSource variables) {
    FeelContext context = new FeelContext(new SourceVariables(variables));
    EvaluationResult result = feel.evaluate(expression.parsed(), context);
    if (result.isFailure()) {
      return new Evaluated(result, null, null);
    }
    Val value = (Val) result.result();
    Object json = VALUES.json(value);
    Results.check(json, Effort.current());
    return new Evaluated(result, value, json);
  }

  private static List<String> warnings(EvaluationResult result) {
    return result.hasSuppressedFailures()
        ? result.getSuppressedFailures().stream()
            .map(EvaluationFailure::failureMessage)
            .distinct()
            .toList()
        : List.of();
  }

  /** Leaves FEEL's results as they are: they become JSON only where nothing calculates on. */
  private record UnpackedLater() implements ValueMapper {

    @Override
    public Val toVal(Object value) {
      return VALUES.toVal(value);
    }

    @Override
    public Object unpackVal(Val value) {
      return value;
    }
  }
}
