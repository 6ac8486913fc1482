package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Decisions;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.Resources;
import city.whistle.engine.state.Row;
import java.util.Map;
import java.util.Optional;

final class EvaluateDecisionHandler implements CommandHandler<EvaluateDecision, DecisionEvaluated> {

  private final Components components;
  private final Resources resources;

  EvaluateDecisionHandler(Components components) {
    this.components = components;
    this.resources = components.turn.state().resources;
  }

  @Override
  public DecisionEvaluated handle(EvaluateDecision command) {
    Map<String, Object> variables = Inputs.object(command.variables());
    DecisionDefinition decision = find(command);
    Decisions.Recorded recorded =
        components.decisions.evaluate(decision, VariableSource.of(variables), null);
    return new DecisionEvaluated(
        recorded.evaluationKey(),
        decision,
        resources.requirements.get(decision.requirementsKey()),
        recorded.evaluation(),
        recorded.instances());
  }

  private DecisionDefinition find(EvaluateDecision command) {
    boolean byKey = command.decisionDefinitionKey() != Row.NONE;
    Optional<DecisionDefinition> found =
        byKey
            ? resources.decisions.find(command.decisionDefinitionKey())
            : components.definitions.latestDecision(Inputs.name(command.decisionId(), "decision"));
    return found.orElseThrow(
        () ->
            Rejection.notFound(
                byKey
                    ? "Expected to evaluate decision with key '%d', but no such decision was found"
                        .formatted(command.decisionDefinitionKey())
                    : "Expected to evaluate decision '%s', but no decision found for id '%s'"
                        .formatted(command.decisionId(), command.decisionId())));
  }
}
