package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.Signal;
import io.camunda.zeebe.model.bpmn.instance.SignalEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * In the place of Camunda's {@code MessageValidator} and {@code SignalValidator}, which look
 * through all events of the model for each of its messages and signals: what they find takes one
 * walk.
 */
final class MessageChecks {

  private final Set<Message> messages = new HashSet<>();
  private final Set<Signal> signals = new HashSet<>();
  private final Set<Message> caught = new HashSet<>();
  private final Map<Message, Integer> starts = new HashMap<>();
  private final Mistakes mistakes;

  private MessageChecks(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  static void check(BpmnModelInstance model, Mistakes mistakes) {
    MessageChecks checks = new MessageChecks(mistakes);
    new ModelWalker(model).walk(checks::visit);
    model.getDefinitions().getChildElementsByType(Message.class).forEach(checks::message);
    model.getDefinitions().getChildElementsByType(Signal.class).forEach(checks::signal);
  }

  private void visit(BpmnModelElementInstance element) {
    if (element instanceof MessageEventDefinition event && event.getMessage() != null) {
      event(event.getMessage(), event.getParentElement());
    } else if (element instanceof ReceiveTask task && task.getMessage() != null) {
      messages.add(task.getMessage());
      caught.add(task.getMessage());
    } else if (element instanceof SendTask task && task.getMessage() != null) {
      messages.add(task.getMessage());
    } else if (element instanceof SignalEventDefinition event && event.getSignal() != null) {
      signals.add(event.getSignal());
    }
  }

  private void event(Message message, ModelElementInstance owner) {
    messages.add(message);
    if (owner instanceof StartEvent start) {
      if (start.getParentElement() instanceof Process) {
        starts.merge(message, 1, Integer::sum);
      }
    } else if (owner instanceof CatchEvent) {
      caught.add(message);
    }
  }

  private void message(Message message) {
    id(message, message.getId());
    if (messages.contains(message)) {
      name(message, message.getName());
    }
    if (caught.contains(message)) {
      if (StructureChecks.subscription(message).isEmpty()) {
        mistakes.add(message, "Must have exactly one zeebe:subscription extension element");
      }
    } else if (starts.getOrDefault(message, 0) > 1) {
      mistakes.add(message, "A message cannot be referred by more than one start event");
    }
  }

  private void signal(Signal signal) {
    id(signal, signal.getId());
    if (signals.contains(signal)) {
      name(signal, signal.getName());
    }
  }

  private void id(ModelElementInstance element, String id) {
    if (id == null || id.isEmpty()) {
      mistakes.add(element, "Element id must be present and not empty.");
    }
  }

  private void name(ModelElementInstance element, String name) {
    if (name == null || name.isEmpty()) {
      mistakes.add(element, "Name must be present and not empty");
    }
  }
}
