package city.whistle.engine.execution;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.expression.Evaluations;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.expression.FeelValue;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.state.ErrorType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Evaluates a model's expressions to the type that is needed; what fails becomes an incident. */
public final class Evaluator {

  private final ExpressionEngine engine;
  private final Evaluations evaluations;

  public Evaluator(ExpressionEngine engine) {
    this.engine = engine;
    this.evaluations = new Evaluations(engine);
  }

  /** Any value, null included. */
  public Object value(Expression expression, VariableSource variables, ErrorType onFailure) {
    return orIncident(onFailure, () -> engine.evaluate(expression, variables));
  }

  /** Any value, with its FEEL type: what the next mapping calculates with. */
  FeelValue mapped(Expression expression, VariableSource variables) {
    return orIncident(
        ErrorType.IO_MAPPING_ERROR, () -> engine.evaluateTyped(expression, variables));
  }

  public String text(Expression expression, VariableSource variables) {
    return extract(() -> evaluations.evaluateText(expression, variables));
  }

  /**
   * A text that names something, such as a job type or a message's name: a blank one is nothing
   * that anybody could ask for (camunda 18139).
   */
  public String name(Expression expression, VariableSource variables) {
    return extract(() -> evaluations.evaluateName(expression, variables));
  }

  /** Text, or null where the expression is null or gives null or an empty text. */
  public String optionalText(Expression expression, VariableSource variables) {
    if (expression == null) {
      return null;
    }
    String text = extract(() -> evaluations.evaluateNullableText(expression, variables));
    return text == null || text.isEmpty() ? null : text;
  }

  /** A string or a number, as text: what messages are correlated by. */
  public String correlationKey(Expression expression, VariableSource variables) {
    return extract(() -> evaluations.evaluateKey(expression, variables));
  }

  public boolean condition(Expression expression, VariableSource variables) {
    return orIncident(
        ErrorType.CONDITION_ERROR, () -> evaluations.evaluateBoolean(expression, variables));
  }

  public int integer(Expression expression, VariableSource variables) {
    return extract(() -> evaluations.evaluateNumber(expression, variables));
  }

  public List<?> list(Expression expression, VariableSource variables) {
    return extract(() -> evaluations.evaluateList(expression, variables));
  }

  /** Texts from a list, or from one text with commas; empty where there is nothing. */
  public List<String> texts(Expression expression, VariableSource variables) {
    return expression == null
        ? List.of()
        : extract(() -> evaluations.evaluateTexts(expression, variables));
  }

  /** A date and time, null where the expression is null or gives null. */
  public OffsetDateTime date(Expression expression, VariableSource variables) {
    return expression == null
        ? null
        : extract(() -> evaluations.evaluateDateTime(expression, variables));
  }

  private static <T> T extract(Supplier<T> evaluation) {
    return orIncident(ErrorType.EXTRACT_VALUE_ERROR, evaluation);
  }

  private static <T> T orIncident(ErrorType onFailure, Supplier<T> evaluation) {
    try {
      return evaluation.get();
    } catch (EvaluationException e) {
      throw new IncidentException(onFailure, e.getMessage());
    }
  }
}
