package city.whistle.engine.decision;

import java.util.List;

/**
 * What came out of a decision and all that it required.
 *
 * @param output null where the decision has no match or failed
 * @param failure why it failed, null where it did not
 * @param failedDecisionId the decision that failed, null where none did
 * @param decisions every evaluated decision, required ones first, the asked one last
 */
public record DecisionEvaluation(
    Object output, String failure, String failedDecisionId, List<Evaluated> decisions) {

  public boolean failed() {
    return failure != null;
  }

  /**
   * @param type Camunda's word: DECISION_TABLE or LITERAL_EXPRESSION
   */
  public record Evaluated(
      String decisionId,
      String decisionName,
      String type,
      Object output,
      List<Input> inputs,
      List<Rule> matchedRules) {}

  public record Input(String id, String name, Object value) {}

  /**
   * @param index from 1, the rule's place in the table
   */
  public record Rule(String id, int index, List<Output> outputs) {}

  public record Output(String id, String name, Object value) {}
}
