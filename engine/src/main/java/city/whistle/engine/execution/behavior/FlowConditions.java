package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import java.util.List;
import java.util.stream.Stream;

/** Which flows of a splitting gateway may be taken. */
public final class FlowConditions {

  private final Scopes scopes;
  private final Evaluator evaluator;

  public FlowConditions(Scopes scopes, Evaluator evaluator) {
    this.scopes = scopes;
    this.evaluator = evaluator;
  }

  /**
   * Ids of the flows whose condition holds, in the order of the model, evaluated as they are asked
   * for; a flow without condition holds.
   *
   * @param defaultId the flow that is left out, null for none
   */
  Stream<String> fulfilled(Element gateway, ElementInstance instance, String defaultId) {
    return gateway.outgoing().stream()
        .filter(flow -> !flow.id().equals(defaultId))
        .filter(flow -> holds(flow, instance))
        .map(SequenceFlow::id);
  }

  private boolean holds(SequenceFlow flow, ElementInstance instance) {
    return flow.condition() == null
        || evaluator.condition(flow.condition(), scopes.visibleFrom(instance.key()));
  }

  /** What is taken where no condition holds. */
  static List<String> otherwise(Element gateway, String defaultId) {
    if (defaultId != null) {
      return List.of(defaultId);
    }
    if (gateway.outgoing().isEmpty()) {
      return List.of();
    }
    throw new IncidentException(
        ErrorType.CONDITION_ERROR,
        "Expected at least one condition to be true, or a default flow, at gateway '%s'."
            .formatted(gateway.id()));
  }
}
