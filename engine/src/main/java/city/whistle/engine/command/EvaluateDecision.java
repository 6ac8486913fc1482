package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;

/**
 * Evaluates a decision outside of any process.
 *
 * @param decisionDefinitionKey NONE where the decision is given by its id
 * @param decisionId null or empty where it is given by its key: then the latest version
 */
public record EvaluateDecision(long decisionDefinitionKey, String decisionId, JsonValue variables)
    implements Command<DecisionEvaluated> {}
