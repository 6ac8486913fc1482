package city.whistle.engine.contract.simulation;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractCatchEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.EventSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
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

  private final Random random;
  private final String called;
  private int ids;

  /**
   * @param called the process that call activities call, null for none
   */
  RandomModel(Random random, String called) {
    this.random = random;
    this.called = called;
  }

  String xml(String processId) {
    ProcessBuilder process = Bpmn.createExecutableProcess(processId);
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean onError = i == 2;
      process.eventSubProcess(id("Handler"), handler -> eventSubProcess(handler, onError));
    }
    if (random.nextInt(6) == 0) {
      process.zeebeStartExecutionListener(JOB).zeebeEndExecutionListener(JOB);
    }
    AbstractFlowNodeBuilder<?, ?> end = sequence(process.startEvent(id("Start")), 0);
    return Bpmn.convertToString(end(end).done());
  }

  private String id(String kind) {
    return kind + ids++;
  }

  private AbstractFlowNodeBuilder<?, ?> end(AbstractFlowNodeBuilder<?, ?> at) {
    return random.nextInt(8) == 0
        ? at.endEvent(id("Terminate"), e -> e.terminate())
        : at.endEvent(id("End"));
  }

  private AbstractFlowNodeBuilder<?, ?> sequence(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    AbstractFlowNodeBuilder<?, ?> end = at;
    int length = 1 + random.nextInt(2);
    for (int i = 0; i < length; i++) {
      end = block(end, depth);
    }
    return end;
  }

  private AbstractFlowNodeBuilder<?, ?> block(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    return switch (random.nextInt(depth < MAX_DEPTH ? 14 : 7)) {
      case 0, 1 -> activity(at.serviceTask(id("Job"), t -> t.zeebeJobType(JOB)));
      case 2 -> activity(userTask(at));
      case 3 -> activity(receive(at));
      case 4 -> caught(at.intermediateCatchEvent(id("Catch")));
      case 5 -> eventBased(at);
      case 6 ->
          at.scriptTask(id("Script"), t -> t.zeebeExpression("n + 1").zeebeResultVariable("n"));
      case 7, 8 -> activity(subProcess(at, depth));
      case 9 -> exclusive(at, depth);
      case 10 -> parallel(at, depth);
      case 11 -> inclusive(at, depth);
      case 12 -> call(at);
      default -> at.intermediateThrowEvent(id("Throw"), e -> e.signal("thrown"));
    };
  }

  private AbstractActivityBuilder<?, ?> userTask(AbstractFlowNodeBuilder<?, ?> at) {
    UserTaskBuilder task = at.userTask(id("User")).zeebeUserTask();
    if (random.nextInt(4) == 0) {
      task.zeebeTaskListener(l -> l.completing().type(JOB));
    }
    if (random.nextInt(4) == 0) {
      task.zeebeTaskListener(l -> l.canceling().type(JOB));
    }
    return task;
  }

  private AbstractActivityBuilder<?, ?> receive(AbstractFlowNodeBuilder<?, ?> at) {
    String name = id("message");
    return at.receiveTask(id("Receive"))
        .message(m -> m.name(name).zeebeCorrelationKeyExpression("key"));
  }

  private <B extends AbstractCatchEventBuilder<B, ?>> B caught(B event) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        String name = id("message");
        yield event.message(m -> m.name(name).zeebeCorrelationKeyExpression("key"));
      }
      case 1 -> event.timerWithDuration("PT" + (1 + random.nextInt(3)) + "H");
      default -> event.signal(id("signal"));
    };
  }

  /** Adds what any activity may have: mappings, listeners, repetition, boundary events. */
  private AbstractFlowNodeBuilder<?, ?> activity(AbstractActivityBuilder<?, ?> activity) {
    if (random.nextInt(6) == 0) {
      activity.zeebeInputExpression("assert(ok, ok = true)", id("in"));
    }
    if (random.nextInt(6) == 0) {
      activity.zeebeOutputExpression("assert(ok, ok = true)", id("out"));
    }
    if (random.nextInt(6) == 0) {
      activity.zeebeStartExecutionListener(JOB);
    }
    if (random.nextInt(6) == 0) {
      activity.zeebeEndExecutionListener(JOB);
    }
    if (random.nextInt(4) == 0) {
      activity.multiInstance(this::loop);
    }
    return withBoundaryEvents(activity);
  }

  /** What interrupts the activity goes on behind it, so that no gateway waits in vain. */
  private AbstractFlowNodeBuilder<?, ?> withBoundaryEvents(AbstractActivityBuilder<?, ?> activity) {
    String host = activity.getElement().getId();
    String merge = id("Merge");
    AbstractFlowNodeBuilder<?, ?> merged = activity.exclusiveGateway(merge);
    while (random.nextInt(3) == 0) {
      boundaryEvent(host, merge, merged);
    }
    if (random.nextInt(4) == 0) {
      AbstractActivityBuilder<?, ?> at = merged.moveToActivity(host);
      at.boundaryEvent(id("Error"), b -> b.error("E1")).connectTo(merge);
    }
    return merged.moveToNode(merge);
  }

  private void boundaryEvent(String host, String merge, AbstractFlowNodeBuilder<?, ?> anywhere) {
    boolean interrupting = random.nextBoolean();
    AbstractActivityBuilder<?, ?> at = anywhere.moveToActivity(host);
    BoundaryEventBuilder event = at.boundaryEvent(id("Boundary")).cancelActivity(interrupting);
    AbstractFlowNodeBuilder<?, ?> behind = caught(event);
    if (random.nextBoolean()) {
      behind = behind.serviceTask(id("Job"), t -> t.zeebeJobType(JOB));
    }
    if (interrupting) {
      behind.connectTo(merge);
    } else {
      end(behind);
    }
  }

  private void loop(MultiInstanceLoopCharacteristicsBuilder loop) {
    loop.zeebeInputCollectionExpression("items")
        .zeebeInputElement("item")
        .zeebeOutputCollection(id("results"))
        .zeebeOutputElementExpression("assert(ok, ok = true)");
    if (random.nextBoolean()) {
      loop.sequential();
    }
    if (random.nextInt(3) == 0) {
      loop.completionCondition("=numberOfCompletedInstances >= 2");
    }
  }

  private AbstractActivityBuilder<?, ?> subProcess(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    return at.subProcess(id("Sub"), s -> inside(s, depth + 1));
  }

  private void inside(SubProcessBuilder subProcess, int depth) {
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean onError = i == 2;
      subProcess
          .embeddedSubProcess()
          .eventSubProcess(id("Handler"), handler -> eventSubProcess(handler, onError));
    }
    AbstractFlowNodeBuilder<?, ?> last =
        sequence(subProcess.embeddedSubProcess().startEvent(id("Start")), depth);
    if (random.nextInt(5) == 0) {
      last.endEvent(id("Fail"), e -> e.error("E" + (1 + random.nextInt(2))));
    } else {
      end(last);
    }
  }

  private void eventSubProcess(EventSubProcessBuilder handler, boolean onError) {
    StartEventBuilder start = handler.startEvent(id("Start"));
    if (onError) {
      start.interrupting(true).error(random.nextBoolean() ? "E1" : "E2");
    } else {
      caught(start.interrupting(random.nextBoolean()));
    }
    AbstractFlowNodeBuilder<?, ?> behind = start;
    if (random.nextBoolean()) {
      behind = behind.serviceTask(id("Job"), t -> t.zeebeJobType(JOB));
    }
    end(behind);
  }

  private AbstractFlowNodeBuilder<?, ?> eventBased(AbstractFlowNodeBuilder<?, ?> at) {
    String gateway = id("Race");
    String merge = id("Merge");
    AbstractFlowNodeBuilder<?, ?> first =
        caught(at.eventBasedGateway(gateway).intermediateCatchEvent(id("Catch")));
    AbstractFlowNodeBuilder<?, ?> merged = first.exclusiveGateway(merge);
    caught(merged.moveToNode(gateway).intermediateCatchEvent(id("Catch"))).connectTo(merge);
    return merged.moveToNode(merge);
  }

  private AbstractFlowNodeBuilder<?, ?> exclusive(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = id("Choose");
    String merge = id("Merge");
    AbstractFlowNodeBuilder<?, ?> first =
        at.exclusiveGateway(fork).conditionExpression("modulo(n, 2) = 0");
    AbstractFlowNodeBuilder<?, ?> merged = sequence(first, depth + 1).exclusiveGateway(merge);
    AbstractFlowNodeBuilder<?, ?> second =
        random.nextBoolean()
            ? merged.moveToNode(fork).conditionExpression("modulo(n, 2) = 1")
            : merged.moveToNode(fork).conditionExpression("assert(ok, ok = true)");
    sequence(second, depth + 1).connectTo(merge);
    return merged.moveToNode(merge);
  }

  private AbstractFlowNodeBuilder<?, ?> parallel(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = id("Fork");
    String join = id("Join");
    AbstractFlowNodeBuilder<?, ?> joined =
        sequence(at.parallelGateway(fork), depth + 1).parallelGateway(join);
    sequence(joined.moveToNode(fork), depth + 1).connectTo(join);
    return joined.moveToNode(join);
  }

  private AbstractFlowNodeBuilder<?, ?> inclusive(AbstractFlowNodeBuilder<?, ?> at, int depth) {
    String fork = id("Some");
    String join = id("Together");
    AbstractFlowNodeBuilder<?, ?> first = at.inclusiveGateway(fork).conditionExpression("n >= 0");
    AbstractFlowNodeBuilder<?, ?> joined = sequence(first, depth + 1).inclusiveGateway(join);
    AbstractFlowNodeBuilder<?, ?> second =
        joined.moveToNode(fork).conditionExpression("modulo(n, 2) = 0");
    sequence(second, depth + 1).connectTo(join);
    return joined.moveToNode(join);
  }

  private AbstractFlowNodeBuilder<?, ?> call(AbstractFlowNodeBuilder<?, ?> at) {
    return called == null
        ? at.manualTask(id("Manual"))
        : activity(at.callActivity(id("Call"), c -> c.zeebeProcessId(called)));
  }
}
