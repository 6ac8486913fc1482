package city.whistle.engine.execution;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.JoinToken;
import city.whistle.engine.state.State;
import city.whistle.engine.state.TakenFlow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes sequence flows and lets tokens wait at joining gateways. */
public final class Flows {

  private final Turn turn;
  private final State state;
  private final Definitions definitions;
  private final Activation activation;

  public Flows(Turn turn, Definitions definitions, Activation activation) {
    this.turn = turn;
    this.state = turn.state();
    this.definitions = definitions;
    this.activation = activation;
  }

  /** Records the flow only; its target is activated by other means. */
  public void record(ElementInstance scope, SequenceFlow flow) {
    state.takenFlows.append(
        new TakenFlow(
            turn.nextKey(),
            scope.processInstanceKey(),
            scope.processDefinitionKey(),
            scope.bpmnProcessId(),
            flow.id()));
  }

  void take(ElementInstance scope, SequenceFlow flow) {
    record(scope, flow);
    Element target = model(scope).element(flow.targetId());
    if (joins(target)) {
      state.joinTokens.put(
          new JoinToken(
              turn.nextKey(), scope.processInstanceKey(), scope.key(), target.id(), flow.id()));
      if (target.type() == ElementType.PARALLEL_GATEWAY) {
        fireIfComplete(scope, target);
      }
    } else {
      activation.activate(scope, target);
    }
  }

  private static boolean joins(Element target) {
    return target.incoming().size() > 1
        && (target.type() == ElementType.PARALLEL_GATEWAY
            || target.type() == ElementType.INCLUSIVE_GATEWAY);
  }

  private void fireIfComplete(ElementInstance scope, Element gateway) {
    List<JoinToken> tokens = tokensAt(scope, gateway.id());
    if (flowsOf(tokens).size() == gateway.incoming().size()) {
      fire(scope, gateway, tokens);
    }
  }

  /** Inclusive gateways of the scope whose missing tokens can't come any more go on. */
  void fireInclusiveJoins(ElementInstance scope) {
    if (!state.joinTokensByScope.any(scope.key())) {
      return;
    }
    Set<String> waiting = new HashSet<>();
    state.joinTokensByScope.list(scope.key()).forEach(token -> waiting.add(token.gatewayId()));
    for (String gatewayId : waiting) {
      Element gateway = model(scope).element(gatewayId);
      if (gateway.definition() instanceof Definition.InclusiveGateway inclusive) {
        List<JoinToken> tokens = tokensAt(scope, gatewayId);
        boolean complete = flowsOf(tokens).size() == gateway.incoming().size();
        if (complete || !canStillCome(scope, gatewayId, inclusive.upstream(), waiting)) {
          fire(scope, gateway, tokens);
        }
      }
    }
  }

  private boolean canStillCome(
      ElementInstance scope, String gatewayId, Set<String> upstream, Set<String> waiting) {
    return waiting.stream().anyMatch(id -> !id.equals(gatewayId) && upstream.contains(id))
        || state.elementsByScope.stream(scope.key())
            .anyMatch(child -> upstream.contains(child.elementId()));
  }

  /** Uses up one token of each flow. */
  private void fire(ElementInstance scope, Element gateway, List<JoinToken> tokens) {
    Set<String> used = new HashSet<>();
    for (JoinToken token : tokens) {
      if (used.add(token.flowId())) {
        state.joinTokens.remove(token.key());
      }
    }
    activation.activate(scope, gateway);
  }

  void dropTokens(long scopeKey) {
    state.joinTokensByScope.list(scopeKey).forEach(token -> state.joinTokens.remove(token.key()));
  }

  private List<JoinToken> tokensAt(ElementInstance scope, String gatewayId) {
    return state.joinTokensByScope.stream(scope.key())
        .filter(token -> token.gatewayId().equals(gatewayId))
        .toList();
  }

  private static Set<String> flowsOf(List<JoinToken> tokens) {
    Set<String> flows = new HashSet<>();
    tokens.forEach(token -> flows.add(token.flowId()));
    return flows;
  }

  private ProcessModel model(ElementInstance scope) {
    return definitions.model(scope.processDefinitionKey());
  }
}
