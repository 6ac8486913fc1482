package city.whistle.engine.decision;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.InvalidModelException;
import java.time.Clock;
import java.util.List;

/** Compiles and evaluates decisions. */
public final class DecisionEngine {

  public DecisionEngine(Clock clock) {}

  public DecisionGraph compile(String resourceName, String xml) {
    throw new InvalidModelException(resourceName, List.of("decisions can't be deployed yet"));
  }

  public DecisionEvaluation evaluate(
      DecisionGraph graph, String decisionId, VariableSource variables) {
    throw new IllegalStateException("no decision could be deployed");
  }
}
