package city.whistle.engine.contract.simulation;

import city.whistle.engine.contract.EventSubProcesses;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.EmbeddedSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.EventSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;

/**
 * Event sub-processes of all kinds, some with their own inside. Several of one scope may interrupt
 * it, and their errors may be what one beside them, or one around them, catches.
 */
final class RandomHandlers {

  private static final int MOST = 3;

  private final Draw draw;
  private final RandomEvents events;

  RandomHandlers(Draw draw, RandomEvents events) {
    this.draw = draw;
    this.events = events;
  }

  void of(ProcessBuilder process) {
    for (int i = draw.below(MOST + 1); i > 0; i--) {
      boolean onError = i == 2;
      process.eventSubProcess(draw.id("Handler"), handler -> handler(handler, onError, true));
    }
  }

  void of(EmbeddedSubProcessBuilder scope, boolean nested) {
    for (int i = draw.below(MOST + 1); i > 0; i--) {
      boolean onError = i == 2;
      scope.eventSubProcess(draw.id("Handler"), handler -> handler(handler, onError, nested));
    }
  }

  private void handler(EventSubProcessBuilder handler, boolean onError, boolean nested) {
    StartEventBuilder start = handler.startEvent(draw.id("Start"));
    if (onError) {
      start.interrupting(true).error("E" + (1 + draw.below(2)));
    } else {
      events.caught(start.interrupting(draw.either()));
    }
    if (draw.onceIn(4)) {
      start.zeebeOutputExpression("assert(ok, ok = true)", draw.id("mapped"));
    }
    if (nested && draw.onceIn(4)) {
      of(EventSubProcesses.around(start), false);
    }
    AbstractFlowNodeBuilder<?, ?> behind = start;
    if (draw.either()) {
      behind = behind.serviceTask(draw.id("Job"), t -> t.zeebeJobType(RandomModel.JOB));
    }
    if (draw.onceIn(3)) {
      behind.endEvent(draw.id("Fail"), e -> e.error("E" + (1 + draw.below(2))));
    } else {
      behind.endEvent(draw.id("End"));
    }
  }
}
