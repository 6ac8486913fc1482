package city.whistle.engine.contract.simulation;

import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractCatchEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.IntermediateCatchEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;

/** Events that are waited for: between activities, behind gateways, at activities; and links. */
final class RandomEvents {

  private final Draw draw;

  RandomEvents(Draw draw) {
    this.draw = draw;
  }

  /** Gives the event something to wait for. */
  <B extends AbstractCatchEventBuilder<B, ?>> B caught(B event) {
    return switch (draw.below(3)) {
      case 0 -> {
        String name = draw.id("message");
        yield event.message(m -> m.name(name).zeebeCorrelationKeyExpression("key"));
      }
      case 1 -> event.timerWithDuration("PT" + (1 + draw.below(3)) + "H");
      default -> event.signal(draw.id("signal"));
    };
  }

  AbstractFlowNodeBuilder<?, ?> between(AbstractFlowNodeBuilder<?, ?> at) {
    return caught(listened(at.intermediateCatchEvent(draw.id("Catch"))));
  }

  private IntermediateCatchEventBuilder listened(IntermediateCatchEventBuilder event) {
    if (draw.onceIn(4)) {
      event.zeebeStartExecutionListener(RandomModel.JOB);
    }
    if (draw.onceIn(4)) {
      event.zeebeEndExecutionListener(RandomModel.JOB);
    }
    return event;
  }

  AbstractFlowNodeBuilder<?, ?> behindGateway(AbstractFlowNodeBuilder<?, ?> at) {
    String gateway = draw.id("Race");
    String merge = draw.id("Merge");
    AbstractFlowNodeBuilder<?, ?> merged =
        between(at.eventBasedGateway(gateway)).exclusiveGateway(merge);
    between(merged.moveToNode(gateway)).connectTo(merge);
    return merged.moveToNode(merge);
  }

  /** A link is there only directly in the process, as the builder draws it. */
  AbstractFlowNodeBuilder<?, ?> link(AbstractFlowNodeBuilder<?, ?> at, ProcessBuilder process) {
    String name = draw.id("link");
    at.intermediateThrowEvent(draw.id("Away")).link(name);
    return listened(process.linkCatchEvent(draw.id("Here")).link(name));
  }

  /** What interrupts the activity goes on behind it, so that no gateway waits in vain. */
  AbstractFlowNodeBuilder<?, ?> attached(AbstractActivityBuilder<?, ?> activity) {
    String host = activity.getElement().getId();
    String merge = draw.id("Merge");
    AbstractFlowNodeBuilder<?, ?> merged = activity.exclusiveGateway(merge);
    while (draw.onceIn(3)) {
      boundaryEvent(host, merge, merged);
    }
    if (draw.onceIn(4)) {
      AbstractActivityBuilder<?, ?> at = merged.moveToActivity(host);
      at.boundaryEvent(draw.id("Error"), b -> b.error("E1")).connectTo(merge);
    }
    return merged.moveToNode(merge);
  }

  private void boundaryEvent(String host, String merge, AbstractFlowNodeBuilder<?, ?> anywhere) {
    boolean interrupting = draw.either();
    AbstractActivityBuilder<?, ?> at = anywhere.moveToActivity(host);
    BoundaryEventBuilder event = at.boundaryEvent(draw.id("Boundary")).cancelActivity(interrupting);
    AbstractFlowNodeBuilder<?, ?> behind = caught(event);
    if (draw.either()) {
      behind = behind.serviceTask(draw.id("Job"), t -> t.zeebeJobType(RandomModel.JOB));
    }
    if (interrupting) {
      behind.connectTo(merge);
    } else {
      behind.endEvent(draw.id("End"));
    }
  }
}
