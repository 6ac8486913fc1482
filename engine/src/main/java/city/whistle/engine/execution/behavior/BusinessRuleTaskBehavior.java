package city.whistle.engine.execution.behavior;

import city.whistle.engine.decision.DecisionEvaluation;
import city.whistle.engine.execution.Decisions;
import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import java.util.Collections;

/** Evaluates a deployed decision, or leaves it to a job worker. */
public final class BusinessRuleTaskBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final Decisions decisions;
  private final Behavior job;

  public BusinessRuleTaskBehavior(
      Turn turn,
      Scopes scopes,
      Evaluator evaluator,
      Definitions definitions,
      Decisions decisions,
      Behavior job) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.decisions = decisions;
    this.job = job;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    if (element.definition() instanceof Definition.BusinessRuleTask task) {
      decide(task, instance);
    } else {
      job.activate(element, instance);
    }
  }

  private void decide(Definition.BusinessRuleTask task, ElementInstance instance) {
    VariableSource variables = scopes.visibleFrom(instance.key());
    DecisionDefinition decision =
        find(task, evaluator.text(task.decisionId(), variables), instance);
    Decisions.Recorded recorded = decisions.evaluate(decision, variables, instance);
    DecisionEvaluation evaluation = recorded.evaluation();
    if (evaluation.failed()) {
      throw new IncidentException(
          ErrorType.DECISION_EVALUATION_ERROR,
          "Expected to evaluate decision '%s', but %s"
              .formatted(decision.decisionId(), evaluation.failure()),
          () -> decisions.write(recorded));
    }
    turn.queue(
        new Step.Complete(
            instance.key(),
            JsonValue.of(Collections.singletonMap(task.resultVariable(), evaluation.output()))));
  }

  private DecisionDefinition find(
      Definition.BusinessRuleTask task, String decisionId, ElementInstance instance) {
    return definitions
        .decision(decisionId, task.binding(), instance.processDefinitionKey())
        .orElseThrow(
            () ->
                new IncidentException(
                    ErrorType.CALLED_DECISION_ERROR,
                    "Expected to evaluate decision '%s' (binding %s), but it is not deployed."
                        .formatted(decisionId, task.binding().type())));
  }
}
