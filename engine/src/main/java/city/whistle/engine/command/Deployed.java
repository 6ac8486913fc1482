package city.whistle.engine.command;

import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import java.util.List;

/** What a deployment consists of, new or as it was before. */
public record Deployed(
    long deploymentKey,
    List<ProcessDefinition> processes,
    List<DecisionRequirements> requirements,
    List<DecisionDefinition> decisions,
    List<Form> forms) {}
