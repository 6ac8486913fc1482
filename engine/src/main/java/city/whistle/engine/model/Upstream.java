package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the elements from which a token can still come to a joining gateway: against the sequence
 * flows, from a boundary event to its activity, from a link's catch event to its throw events. Ways
 * through the gateway itself don't count (BPMN 2.0, 13.4.3).
 */
final class Upstream {

  private final Flows flows;

  private Upstream(Flows flows) {
    this.flows = flows;
  }

  static Set<String> of(InclusiveGateway gateway, Flows flows) {
    return Set.copyOf(new Upstream(flows).search(gateway.getId()));
  }

  private Set<String> search(String gatewayId) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(gatewayId);
    while (!open.isEmpty()) {
      before(open.remove()).filter(id -> !id.equals(gatewayId) && found.add(id)).forEach(open::add);
    }
    return found;
  }

  private Stream<String> before(String id) {
    FlowNode node = flows.node(id);
    Stream<String> sources = flows.incoming(id).stream().map(SequenceFlow::sourceId);
    if (node instanceof BoundaryEvent event) {
      return Stream.concat(sources, Stream.of(event.getAttachedTo().getId()));
    }
    return node instanceof IntermediateCatchEvent event
        ? Stream.concat(sources, flows.throwers(link(event.getEventDefinitions())))
        : sources;
  }

  /** Name of the event's link, null where it is of another kind. */
  static String link(Collection<io.camunda.zeebe.model.bpmn.instance.EventDefinition> definitions) {
    return definitions.stream()
        .filter(LinkEventDefinition.class::isInstance)
        .map(definition -> ((LinkEventDefinition) definition).getName())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
