package city.whistle.engine.contract.simulation;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import java.util.List;
import java.util.Random;

/**
 * Makes block-structured processes from all that the engine runs. They read the variables {@code
 * ok} (a boolean; where it is not true, mappings fail), {@code n} (a number), {@code items} (a
 * list) and {@code key}.
 */
final class RandomModel {

  /** The job type of all jobs. */
  static final String JOB = "work";

  private static final int MAX_DEPTH = 2;

  /** The message that starts an instance of a process. */
  static String startOf(String processId) {
    return "start-" + processId;
  }

  private final Draw draw;
  private final RandomEvents events;
  private final RandomHandlers handlers;
  private final String called;
  private ProcessBuilder process;

  /**
   * @param called the process that call activities call, null for none
   */
  RandomModel(Random random, String called) {
    this.draw = new Draw(random);
    this.events = new RandomEvents(draw);
    this.handlers = new RandomHandlers(draw, events);
    this.called = called;
  }

  String xml(String processId) {
    process = Bpmn.createExecutableProcess(processId);
    handlers.of(process);
    if (draw.onceIn(6)) {
      process.zeebeStartExecutionListener(JOB).zeebeEndExecutionListener(JOB);
    }
    String begin = draw.id("Begin");
    AbstractFlowNodeBuilder<?, ?> begun =
        process.startEvent(draw.id("Start")).exclusiveGateway(begin);
    startedByMessage(processId, begin);
    return Bpmn.convertToString(end(sequence(begun, 0)).done());
  }

  /** Its message brings the variables; where it maps one it maps them all. */
  private void startedByMessage(String processId, String begin) {
    StartEventBuilder start = process.startEvent(draw.id("Asked")).message(startOf(processId));
    if (draw.either()) {
      List.of("ok", "n", "items", "key").forEach(name -> start.zeebeOutputExpression(name, name));
    }
    start.connectTo(begin);
  }

  private AbstractFlowNodeBuilder<?, ?> end(AbstractFlowNodeBuilder<?, ?> at) {
    return draw.onceIn(8)
        ? at.endEvent(draw.id("Terminate"), e -> e.terminate())
        : at.endEvent(draw.id("End"));
  }

  private AbstractFlowNodeBuilder<?, ?> sequence(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    AbstractFlowNodeBuilder<?, ?> end = at;
    int length = 1 + draw.below(2);
    for (int i = 0; i < length; i++) {
      end = block(end, depth);
    }
    return end;
  }

  private AbstractFlowNodeBuilder<?, ?> block(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    return switch (draw.below(depth < MAX_DEPTH ? 15 : 7)) {
      case 0, 1 -> activity(at.serviceTask(draw.id("Job"), t -> t.zeebeJobType(JOB)));
      case 2 -> activity(userTask(at));
      case 3 -> activity(receive(at));
      case 4 -> events.between(at);
      case 5 -> events.behindGateway(at);
      case 6 ->
          at.scriptTask(
              draw.id("Script"), t -> t.zeebeExpression("n + 1").zeebeResultVariable("n"));
      case 7, 8 -> activity(subProcess(at, depth));
      case 9 -> exclusive(at, depth);
      case 10 -> parallel(at, depth);
      case 11 -> inclusive(at, depth);
      case 12 -> call(at);
      case 13 -> depth == 0 ? events.link(at, process) : at.manualTask(draw.id("Manual"));
      default -> at.intermediateThrowEvent(draw.id("Throw"), e -> e.signal("thrown"));
    };
  }

  private AbstractActivityBuilder<?, ?> userTask(AbstractFlowNodeBuilder<?, ?> at) {
    UserTaskBuilder task = at.userTask(draw.id("User")).zeebeUserTask();
    if (draw.onceIn(4)) {
      task.zeebeTaskListener(l -> l.completing().type(JOB));
    }
    if (draw.onceIn(4)) {
      task.zeebeTaskListener(l -> l.canceling().type(JOB));
    }
    return task;
  }

  private AbstractActivityBuilder<?, ?> receive(AbstractFlowNodeBuilder<?, ?> at) {
    String name = draw.id("message");
    return at.receiveTask(draw.id("Receive"))
        .message(m -> m.name(name).zeebeCorrelationKeyExpression("key"));
  }

  /** Adds what any activity may have: mappings, listeners, repetition, boundary events. */
  private AbstractFlowNodeBuilder<?, ?> activity(AbstractActivityBuilder<?, ?> activity) {
    if (draw.onceIn(6)) {
      activity.zeebeInputExpression("assert(ok, ok = true)", draw.id("in"));
    }
    if (draw.onceIn(6)) {
      activity.zeebeOutputExpression("assert(ok, ok = true)", draw.id("out"));
    }
    if (draw.onceIn(6)) {
      activity.zeebeStartExecutionListener(JOB);
    }
    if (draw.onceIn(6)) {
      activity.zeebeEndExecutionListener(JOB);
    }
    if (draw.onceIn(4)) {
      activity.multiInstance(this::loop);
    }
    return events.attached(activity);
  }

  private void loop(MultiInstanceLoopCharacteristicsBuilder loop) {
    loop.zeebeInputCollectionExpression("items")
        .zeebeInputElement("item")
        .zeebeOutputCollection(draw.id("results"))
        .zeebeOutputElementExpression("assert(ok, ok = true)");
    if (draw.either()) {
      loop.sequential();
    }
    if (draw.onceIn(3)) {
      loop.completionCondition("=numberOfCompletedInstances >= 2");
    }
  }

  private AbstractActivityBuilder<?, ?> subProcess(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    return at.subProcess(draw.id("Sub"), s -> inside(s, depth + 1));
  }

  private void inside(SubProcessBuilder subProcess, int depth) {
    handlers.of(subProcess.embeddedSubProcess(), true);
    AbstractFlowNodeBuilder<?, ?> last =
        sequence(subProcess.embeddedSubProcess().startEvent(draw.id("Start")), depth);
    if (draw.onceIn(5)) {
      last.endEvent(draw.id("Fail"), e -> e.error("E" + (1 + draw.below(2))));
    } else {
      end(last);
    }
  }

  private AbstractFlowNodeBuilder<?, ?> exclusive(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = draw.id("Choose");
    String merge = draw.id("Merge");
    AbstractFlowNodeBuilder<?, ?> first =
        at.exclusiveGateway(fork).conditionExpression("modulo(n, 2) = 0");
    AbstractFlowNodeBuilder<?, ?> merged = sequence(first, depth + 1).exclusiveGateway(merge);
    AbstractFlowNodeBuilder<?, ?> second =
        draw.either()
            ? merged.moveToNode(fork).conditionExpression("modulo(n, 2) = 1")
            : merged.moveToNode(fork).conditionExpression("assert(ok, ok = true)");
    sequence(second, depth + 1).connectTo(merge);
    return merged.moveToNode(merge);
  }

  private AbstractFlowNodeBuilder<?, ?> parallel(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = draw.id("Fork");
    String join = draw.id("Join");
    AbstractFlowNodeBuilder<?, ?> joined =
        sequence(at.parallelGateway(fork), depth + 1).parallelGateway(join);
    sequence(joined.moveToNode(fork), depth + 1).connectTo(join);
    return joined.moveToNode(join);
  }

  private AbstractFlowNodeBuilder<?, ?> inclusive(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = draw.id("Some");
    String join = draw.id("Together");
    AbstractFlowNodeBuilder<?, ?> first = at.inclusiveGateway(fork).conditionExpression("n >= 0");
    AbstractFlowNodeBuilder<?, ?> joined = sequence(first, depth + 1).inclusiveGateway(join);
    AbstractFlowNodeBuilder<?, ?> second =
        joined.moveToNode(fork).conditionExpression("modulo(n, 2) = 0");
    sequence(second, depth + 1).connectTo(join);
    return joined.moveToNode(join);
  }

  private AbstractFlowNodeBuilder<?, ?> call(AbstractFlowNodeBuilder<?, ?> at) {
    return called == null
        ? at.manualTask(draw.id("Manual"))
        : activity(at.callActivity(draw.id("Call"), c -> c.zeebeProcessId(called)));
  }
}
