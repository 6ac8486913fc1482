package city.whistle.engine.decision;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.Effort;
import city.whistle.engine.expression.FeelBounds;
import city.whistle.engine.expression.FeelClock;
import city.whistle.engine.expression.FeelValues;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.InvalidModelException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.dmn.Audit.AuditLog;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalFailure;
import org.camunda.dmn.DmnEngine.EvalResult;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

/** Compiles DMN files and evaluates their decisions. Threads may share it. */
public final class DecisionEngine {

  private final DmnEngine dmn;
  private final FeelValues values = new FeelValues();
  private final GraphReader reader;

  public DecisionEngine(EngineClock clock) {
    BoundedDmn.install();
    this.dmn = new DmnEngine.Builder().clock(new FeelClock(clock)).build();
    FeelBounds.applyTo(dmn.feelEngine());
    this.reader = new GraphReader(dmn);
  }

  /**
   * @throws InvalidModelException with every mistake of the file, each as "id (type): text"
   */
  public DecisionGraph compile(String resourceName, String xml) {
    return reader.read(resourceName, xml);
  }

  /**
   * Evaluates a decision and all that it requires. A failure is a result too. Variables that are
   * not there count as null; only those that the graph mentions are looked up.
   */
  public DecisionEvaluation evaluate(
      DecisionGraph graph, String decisionId, VariableSource variables) {
    try {
      Map<String, Object> named = named(graph, variables);
      return Effort.bounded(() -> evaluate(graph, decisionId, named));
    } catch (Effort.TooMuch e) {
      return unexpected(
          decisionId, "failed to evaluate decision '%s': %s".formatted(decisionId, e.getMessage()));
    } catch (RuntimeException e) {
      return unexpected(decisionId, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return unexpected(decisionId, "it calls itself without end or is nested too deeply");
    }
  }

  private DecisionEvaluation evaluate(
      DecisionGraph graph, String decisionId, Map<String, Object> variables) {
    Either<EvalFailure, EvalResult> result = dmn.eval(graph.parsed(), decisionId, variables);
    return result instanceof Left<EvalFailure, EvalResult> left
        ? failed(decisionId, left.value())
        : succeeded(decisionId, ((Right<EvalFailure, EvalResult>) result).value().auditLog());
  }

  private static DecisionEvaluation unexpected(String decisionId, String failure) {
    return new DecisionEvaluation(null, failure, decisionId, List.of());
  }

  private Map<String, Object> named(DecisionGraph graph, VariableSource variables) {
    Map<String, Object> named = new HashMap<>();
    for (String name : graph.variableNames()) {
      if (variables.contains(name)) {
        named.put(name, values.toVal(variables.get(name)));
      }
    }
    return named;
  }

  private DecisionEvaluation succeeded(String decisionId, AuditLog log) {
    var decisions = new AuditReader(log, values).decisions();
    Object output =
        decisions.stream()
            .filter(decision -> decision.decisionId().equals(decisionId))
            .reduce((first, last) -> last)
            .map(DecisionEvaluation.Evaluated::output)
            .orElse(null);
    return new DecisionEvaluation(output, null, null, decisions);
  }

  private DecisionEvaluation failed(String decisionId, EvalFailure failure) {
    var decisions = new AuditReader(failure.auditLog(), values).decisions();
    String failedDecisionId =
        decisions.isEmpty() ? decisionId : decisions.get(decisions.size() - 1).decisionId();
    return new DecisionEvaluation(null, failure.failure().message(), failedDecisionId, decisions);
  }
}
