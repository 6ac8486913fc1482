package city.whistle.engine.contract.simulation;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import java.util.List;
import java.util.Random;

/**
 * Makes processes with listeners everywhere. The properties of some are expressions over {@code
 * type} and {@code retries}, which fail where these variables are of no use.
 */
final class ListenedModel {

  private static final List<ZeebeTaskListenerEventType> EVENTS =
      List.of(
          ZeebeTaskListenerEventType.creating,
          ZeebeTaskListenerEventType.assigning,
          ZeebeTaskListenerEventType.updating,
          ZeebeTaskListenerEventType.completing,
          ZeebeTaskListenerEventType.canceling);

  private final Random random;
  private int ids;

  ListenedModel(Random random) {
    this.random = random;
  }

  String xml(String processId) {
    ProcessBuilder process = Bpmn.createExecutableProcess(processId);
    process.zeebeStartExecutionListener(type("s"), retries());
    process.zeebeEndExecutionListener(type("e"), retries());
    AbstractFlowNodeBuilder<?, ?> at = process.startEvent("Start");
    for (int i = random.nextInt(2); i >= 0; i--) {
      at = element(at);
    }
    return Bpmn.convertToString(at.endEvent("End").done());
  }

  private AbstractFlowNodeBuilder<?, ?> element(AbstractFlowNodeBuilder<?, ?> at) {
    String id = "E" + ids++;
    return switch (random.nextInt(4)) {
      case 0 -> listened(at.serviceTask(id, t -> t.zeebeJobType(type("w"))));
      case 1 -> listened(at.subProcess(id, s -> inside(s.embeddedSubProcess().startEvent())));
      default -> userTask(at.userTask(id).zeebeUserTask());
    };
  }

  private void inside(AbstractFlowNodeBuilder<?, ?> start) {
    userTask(start.userTask("E" + ids++).zeebeUserTask()).endEvent();
  }

  private AbstractFlowNodeBuilder<?, ?> userTask(UserTaskBuilder task) {
    if (random.nextBoolean()) {
      task.zeebeAssignee("anna");
    }
    for (ZeebeTaskListenerEventType event : EVENTS) {
      for (int i = random.nextInt(3); i > 0; i--) {
        String type = type("t");
        task.zeebeTaskListener(l -> l.eventType(event).type(type).retries(retries()));
      }
    }
    return listened(task);
  }

  private AbstractFlowNodeBuilder<?, ?> listened(AbstractActivityBuilder<?, ?> activity) {
    for (int i = random.nextInt(3); i > 0; i--) {
      activity.zeebeStartExecutionListener(type("s" + i), retries());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      activity.zeebeEndExecutionListener(type("e" + i), retries());
    }
    return activity;
  }

  /** Two listeners of one event at one element must have different types. */
  private String type(String suffix) {
    return random.nextInt(3) == 0 ? "=type + \"-" + suffix + "\"" : "work-" + suffix;
  }

  private String retries() {
    return random.nextInt(4) == 0 ? "=retries" : "3";
  }
}
