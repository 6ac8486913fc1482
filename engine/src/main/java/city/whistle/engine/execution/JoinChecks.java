package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.JoinToken;
import city.whistle.engine.state.State;
import java.util.HashMap;
import java.util.Map;

/** Whether the tokens that wait at joining gateways may go on waiting at those of the plan. */
final class JoinChecks {

  private final State state;
  private final MigrationPlan plan;
  private final Refusals refusals;

  JoinChecks(State state, MigrationPlan plan, Refusals refusals) {
    this.state = state;
    this.plan = plan;
    this.refusals = refusals;
  }

  /**
   * @param target what the scope becomes
   */
  void check(ElementInstance scope, Element target) {
    Map<String, String> flowOf = new HashMap<>();
    for (JoinToken token : state.joinTokensByScope.list(scope.key())) {
      Element gateway = gateway(token, target);
      String flow =
          plan.mapped(token.flowId())
              .orElseThrow(
                  () ->
                      refusals.because(
                          "a token waits at '%s', and the sequence flow '%s' that it took isn't mapped",
                          token.gatewayId(), token.flowId()));
      if (gateway.incoming().stream().noneMatch(incoming -> incoming.id().equals(flow))) {
        throw refusals.because(
            "a token waits at '%s' on '%s', and '%s' doesn't lead to '%s'",
            token.gatewayId(), token.flowId(), flow, gateway.id());
      }
      String other = flowOf.putIfAbsent(flow, token.flowId());
      if (other != null && !other.equals(token.flowId())) {
        throw refusals.because(
            "tokens wait on '%s' and on '%s', which can't both become '%s'",
            other, token.flowId(), flow);
      }
    }
  }

  private Element gateway(JoinToken token, Element scope) {
    Element source = plan.source(token.gatewayId());
    Element target =
        plan.target(source.id())
            .orElseThrow(
                () -> refusals.because("a token waits at '%s', which isn't mapped", source.id()));
    if (source.type() != target.type() || !scope.id().equals(target.parentId())) {
      throw refusals.because(
          "a token waits at '%s', and '%s' is no such gateway of the same scope",
          source.id(), target.id());
    }
    if (target.incoming().size() < source.incoming().size()) {
      throw refusals.because(
          "a token waits at '%s', and '%s' joins fewer sequence flows", source.id(), target.id());
    }
    return target;
  }
}
