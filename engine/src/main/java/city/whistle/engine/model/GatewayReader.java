package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;

/** Reads gateways. */
final class GatewayReader {

  private GatewayReader() {}

  static Definition read(Gateway gateway, Flows flows) {
    if (gateway instanceof ExclusiveGateway exclusive) {
      return new Definition.ExclusiveGateway(idOrNull(exclusive.getDefault()));
    }
    if (gateway instanceof InclusiveGateway inclusive) {
      return new Definition.InclusiveGateway(
          idOrNull(inclusive.getDefault()), Upstream.of(inclusive, flows));
    }
    if (gateway instanceof EventBasedGateway) {
      return new Definition.EventBasedGateway(
          flows.outgoing(gateway.getId()).stream().map(SequenceFlow::targetId).toList());
    }
    return new Definition.ParallelGateway();
  }

  private static String idOrNull(io.camunda.zeebe.model.bpmn.instance.SequenceFlow flow) {
    return flow == null ? null : flow.getId();
  }
}
