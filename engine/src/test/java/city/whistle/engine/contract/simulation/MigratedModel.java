package city.whistle.engine.contract.simulation;

import city.whistle.engine.command.MigrateInstance;
import city.whistle.engine.command.MigrateInstance.Mapping;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.State;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What becomes of a random process in its next version, which has a name of its own so that both
 * are known beside each other: every element has another id, more is to be done on some ways, and
 * some activities remind. And how an instance of the first is migrated to it: some events of those
 * that it waits for go on waiting, others begin anew.
 */
final class MigratedModel {

  private final Random random;
  private final String processId;
  private final String xml;

  /** The last part of each sequence flow. */
  private final Map<String, String> flows = new HashMap<>();

  private final List<FlowNode> nodes;

  MigratedModel(Random random, String processId, String source) {
    this.random = random;
    this.processId = processId;
    this.nodes = List.copyOf(all(read(source), FlowNode.class));
    BpmnModelInstance model = read(renamed(processId, source));
    Collection<Activity> activities = all(model, Activity.class);
    all(model, SequenceFlow.class).forEach(flow -> prolong(model, flow));
    activities.forEach(this::remind);
    this.xml = Bpmn.convertToString(model);
  }

  static String nameOf(String processId) {
    return processId + "2";
  }

  String xml() {
    return xml;
  }

  private static String renamed(String processId, String source) {
    return source
        .replaceAll("\"([A-Z][a-z]+)(\\d+)\"", "\"$1$2v\"")
        .replace("\"" + processId + "\"", "\"" + nameOf(processId) + "\"")
        .replace(RandomModel.startOf(processId), RandomModel.startOf(nameOf(processId)));
  }

  private static BpmnModelInstance read(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static <T extends ModelElementInstance> Collection<T> all(
      BpmnModelInstance model, Class<T> type) {
    return List.copyOf(model.getModelElementsByType(type));
  }

  private void remind(Activity activity) {
    if (random.nextInt(5) == 0 && !isHandler(activity)) {
      ((AbstractActivityBuilder<?, ?>) activity.builder())
          .boundaryEvent("Remind" + activity.getId())
          .cancelActivity(false)
          .timerWithDuration("PT2H")
          .endEvent("Reminded" + activity.getId());
    }
  }

  private static boolean isHandler(Activity activity) {
    return activity instanceof SubProcess subProcess && subProcess.triggeredByEvent();
  }

  private void prolong(BpmnModelInstance model, SequenceFlow flow) {
    flows.put(flow.getId(), flow.getId());
    if (random.nextInt(5) > 0 || flow.getSource() instanceof EventBasedGateway) {
      return;
    }
    ServiceTask task = model.newInstance(ServiceTask.class);
    SequenceFlow last = model.newInstance(SequenceFlow.class);
    flow.getParentElement().addChildElement(task);
    flow.getParentElement().addChildElement(last);
    task.builder().zeebeJobType(RandomModel.JOB);
    FlowNode target = flow.getTarget();
    target.getIncoming().remove(flow);
    target.getIncoming().add(last);
    flow.setTarget(task);
    task.getIncoming().add(flow);
    task.getOutgoing().add(last);
    last.setSource(task);
    last.setTarget(target);
    flows.put(flow.getId(), last.getId());
  }

  /** Of an instance of the first version. */
  MigrateInstance migrate(ProcessInstance instance, State state) {
    List<Mapping> mappings = new ArrayList<>();
    flows.forEach((from, to) -> mappings.add(new Mapping(from, to)));
    for (FlowNode node : nodes) {
      if (!isEvent(node) || isActive(node, instance, state) || random.nextBoolean()) {
        mappings.add(new Mapping(node.getId(), node.getId() + "v"));
      }
    }
    long target = state.resources.processesById.first(nameOf(processId)).orElseThrow().key();
    return new MigrateInstance(instance.key(), target, mappings);
  }

  /** One that somebody else, a scope, a gateway or an activity, may wait for. */
  private static boolean isEvent(FlowNode node) {
    return node instanceof BoundaryEvent
        || node instanceof StartEvent
        || node instanceof IntermediateCatchEvent;
  }

  private static boolean isActive(FlowNode node, ProcessInstance instance, State state) {
    return state.elementInstances.all().stream()
        .filter(element -> element.processInstanceKey() == instance.key())
        .map(ElementInstance::elementId)
        .anyMatch(node.getId()::equals);
  }
}
