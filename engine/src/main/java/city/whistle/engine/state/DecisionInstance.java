package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;
import java.time.Instant;

/**
 * One decision that was evaluated: history.
 *
 * @param evaluationKey common to all decisions of one evaluation
 * @param index from 1, its place in the evaluation
 * @param type DECISION_TABLE or LITERAL_EXPRESSION
 * @param result null text where it failed
 * @param inputs list of {id, name, value}
 * @param matchedRules list of {id, index, outputs: [{id, name, value}]}
 * @param failure why it failed, null where it did not
 * @param processInstanceKey NONE where nobody's process asked
 * @param elementId null where nobody's process asked
 */
public record DecisionInstance(
    long key,
    long evaluationKey,
    int index,
    String type,
    String decisionId,
    String decisionName,
    int decisionVersion,
    long decisionDefinitionKey,
    long requirementsKey,
    long rootDecisionDefinitionKey,
    JsonValue result,
    JsonValue inputs,
    JsonValue matchedRules,
    String failure,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    long elementInstanceKey,
    String elementId,
    Instant evaluatedAt)
    implements Row {}
