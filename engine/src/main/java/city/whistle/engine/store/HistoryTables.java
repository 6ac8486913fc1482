package city.whistle.engine.store;

import city.whistle.engine.state.CorrelatedMessage;
import city.whistle.engine.state.DecisionInstance;
import city.whistle.engine.state.TakenFlow;

/** Tables of what is history from the start; memory holds none of it. */
final class HistoryTables {

  private static final String NOTHING = "false";

  private HistoryTables() {}

  static TableMapping<TakenFlow> sequenceFlow() {
    return TableMapping.of(
            "sequence_flow",
            new Columns<TakenFlow>()
                .key("key", TakenFlow::key)
                .key("process_instance_key", TakenFlow::processInstanceKey)
                .key("process_definition_key", TakenFlow::processDefinitionKey)
                .text("bpmn_process_id", TakenFlow::bpmnProcessId)
                .text("flow_id", TakenFlow::flowId),
            f -> new TakenFlow(f.key(), f.key(), f.key(), f.text(), f.text()))
        .openWhere(NOTHING);
  }

  static TableMapping<CorrelatedMessage> correlatedMessage() {
    return TableMapping.of(
            "correlated_message",
            new Columns<CorrelatedMessage>()
                .key("key", CorrelatedMessage::key)
                .key("message_key", CorrelatedMessage::messageKey)
                .text("message_name", CorrelatedMessage::messageName)
                .text("correlation_key", CorrelatedMessage::correlationKey)
                .key("subscription_key", CorrelatedMessage::subscriptionKey)
                .key("element_instance_key", CorrelatedMessage::elementInstanceKey)
                .text("element_id", CorrelatedMessage::elementId)
                .key("process_instance_key", CorrelatedMessage::processInstanceKey)
                .key("process_definition_key", CorrelatedMessage::processDefinitionKey)
                .text("bpmn_process_id", CorrelatedMessage::bpmnProcessId)
                .instant("correlated_at", CorrelatedMessage::correlatedAt),
            f ->
                new CorrelatedMessage(
                    f.key(),
                    f.key(),
                    f.text(),
                    f.text(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.instant()))
        .openWhere(NOTHING);
  }

  static TableMapping<DecisionInstance> decisionInstance() {
    return TableMapping.of(
            "decision_instance",
            new Columns<DecisionInstance>()
                .key("key", DecisionInstance::key)
                .key("evaluation_key", DecisionInstance::evaluationKey)
                .integer("index", DecisionInstance::index)
                .text("type", DecisionInstance::type)
                .text("decision_id", DecisionInstance::decisionId)
                .text("decision_name", DecisionInstance::decisionName)
                .integer("decision_version", DecisionInstance::decisionVersion)
                .key("decision_definition_key", DecisionInstance::decisionDefinitionKey)
                .key("requirements_key", DecisionInstance::requirementsKey)
                .key("root_decision_definition_key", DecisionInstance::rootDecisionDefinitionKey)
                .json("result", DecisionInstance::result)
                .json("inputs", DecisionInstance::inputs)
                .json("matched_rules", DecisionInstance::matchedRules)
                .text("failure", DecisionInstance::failure)
                .key("process_instance_key", DecisionInstance::processInstanceKey)
                .key("process_definition_key", DecisionInstance::processDefinitionKey)
                .text("bpmn_process_id", DecisionInstance::bpmnProcessId)
                .key("element_instance_key", DecisionInstance::elementInstanceKey)
                .text("element_id", DecisionInstance::elementId)
                .instant("evaluated_at", DecisionInstance::evaluatedAt),
            f ->
                new DecisionInstance(
                    f.key(),
                    f.key(),
                    f.integer(),
                    f.text(),
                    f.text(),
                    f.text(),
                    f.integer(),
                    f.key(),
                    f.key(),
                    f.key(),
                    f.json(),
                    f.json(),
                    f.json(),
                    f.text(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.key(),
                    f.text(),
                    f.instant()))
        .openWhere(NOTHING);
  }
}
