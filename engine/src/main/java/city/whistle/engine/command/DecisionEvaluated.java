package city.whistle.engine.command;

import city.whistle.engine.decision.DecisionEvaluation;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionInstance;
import city.whistle.engine.state.DecisionRequirements;
import java.util.List;

/** A decision's evaluation, with what was written of it to history. */
public record DecisionEvaluated(
    long evaluationKey,
    DecisionDefinition decision,
    DecisionRequirements requirements,
    DecisionEvaluation evaluation,
    List<DecisionInstance> instances) {}
