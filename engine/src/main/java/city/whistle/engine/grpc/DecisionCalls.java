package city.whistle.engine.grpc;

import city.whistle.engine.command.DecisionEvaluated;
import city.whistle.engine.command.EvaluateDecision;
import city.whistle.engine.decision.DecisionEvaluation;
import city.whistle.engine.json.Json;
import city.whistle.engine.state.DecisionInstance;
import city.whistle.engine.state.Row;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.grpc.stub.StreamObserver;
import java.util.Objects;

/** Evaluating decisions. */
final class DecisionCalls {

  private final Commands commands;

  DecisionCalls(Commands commands) {
    this.commands = commands;
  }

  void evaluate(EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> caller) {
    commands.submit(
        caller,
        "EVALUATE",
        () -> {
          Requests.checkTenant(request.getTenantId());
          return new EvaluateDecision(
              request.getDecisionKey() > 0 ? request.getDecisionKey() : Row.NONE,
              request.getDecisionId(),
              Requests.variables(request.getVariables()));
        },
        DecisionCalls::response);
  }

  private static EvaluateDecisionResponse response(DecisionEvaluated evaluated) {
    DecisionEvaluation evaluation = evaluated.evaluation();
    EvaluateDecisionResponse.Builder response =
        EvaluateDecisionResponse.newBuilder()
            .setDecisionKey(evaluated.decision().key())
            .setDecisionId(evaluated.decision().decisionId())
            .setDecisionName(Objects.toString(evaluated.decision().name(), ""))
            .setDecisionVersion(evaluated.decision().version())
            .setDecisionRequirementsId(evaluated.requirements().requirementsId())
            .setDecisionRequirementsKey(evaluated.requirements().key())
            .setDecisionOutput(Json.write(evaluation.output()))
            .setTenantId(Requests.TENANT)
            .setDecisionInstanceKey(evaluated.evaluationKey())
            .setDecisionEvaluationKey(evaluated.evaluationKey());
    if (evaluation.failed()) {
      response
          .setFailedDecisionId(evaluation.failedDecisionId())
          .setFailureMessage(evaluation.failure());
    }
    for (int i = 0; i < evaluation.decisions().size(); i++) {
      response.addEvaluatedDecisions(
          evaluated(evaluation.decisions().get(i), evaluated.instances().get(i)));
    }
    return response.build();
  }

  private static EvaluatedDecision evaluated(
      DecisionEvaluation.Evaluated decision, DecisionInstance instance) {
    EvaluatedDecision.Builder message =
        EvaluatedDecision.newBuilder()
            .setDecisionKey(instance.decisionDefinitionKey())
            .setDecisionId(decision.decisionId())
            .setDecisionName(Objects.toString(decision.decisionName(), ""))
            .setDecisionVersion(instance.decisionVersion())
            .setDecisionType(decision.type())
            .setDecisionOutput(Json.write(decision.output()))
            .setTenantId(Requests.TENANT)
            .setDecisionEvaluationInstanceKey(instance.evaluationKey() + "-" + instance.index());
    decision.inputs().forEach(each -> message.addEvaluatedInputs(input(each)));
    decision.matchedRules().forEach(each -> message.addMatchedRules(rule(each)));
    return message.build();
  }

  private static EvaluatedDecisionInput input(DecisionEvaluation.Input input) {
    return EvaluatedDecisionInput.newBuilder()
        .setInputId(Objects.toString(input.id(), ""))
        .setInputName(Objects.toString(input.name(), ""))
        .setInputValue(Json.write(input.value()))
        .build();
  }

  private static MatchedDecisionRule rule(DecisionEvaluation.Rule rule) {
    MatchedDecisionRule.Builder message =
        MatchedDecisionRule.newBuilder()
            .setRuleId(Objects.toString(rule.id(), ""))
            .setRuleIndex(rule.index());
    rule.outputs().forEach(each -> message.addEvaluatedOutputs(output(each)));
    return message.build();
  }

  private static EvaluatedDecisionOutput output(DecisionEvaluation.Output output) {
    return EvaluatedDecisionOutput.newBuilder()
        .setOutputId(Objects.toString(output.id(), ""))
        .setOutputName(Objects.toString(output.name(), ""))
        .setOutputValue(Json.write(output.value()))
        .build();
  }
}
