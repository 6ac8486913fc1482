package city.whistle.engine.command;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.outcome.Rejection;

/**
 * Elements at which somebody from outside can let an instance begin or go on.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/concepts/process-instance-modification/#limitations">limitations</a>
 */
final class EnterableElements {

  private EnterableElements() {}

  /**
   * @throws Rejection where there is no such element, or none that can be begun from outside
   */
  static Element find(ProcessModel model, String id) {
    Element element = model.elements().get(id);
    if (element == null || element.parentId() == null) {
      throw Rejection.invalid(
          "Process '%s' has no element '%s'.".formatted(model.bpmnProcessId(), id));
    }
    if (element.type() == ElementType.START_EVENT || element.type() == ElementType.BOUNDARY_EVENT) {
      throw closed(id, "a start or boundary event");
    }
    if (element.incoming().stream().anyMatch(flow -> isEventBased(model, flow))) {
      throw closed(id, "an event behind an event-based gateway");
    }
    for (String at = element.parentId(); at != null; at = model.element(at).parentId()) {
      if (model.element(at).loop() != null) {
        throw closed(id, "an element inside a multi-instance sub-process");
      }
    }
    return element;
  }

  private static boolean isEventBased(ProcessModel model, SequenceFlow flow) {
    return model.element(flow.sourceId()).type() == ElementType.EVENT_BASED_GATEWAY;
  }

  private static Rejection closed(String id, String what) {
    return Rejection.invalid("An instance can't start before '%s': it is %s.".formatted(id, what));
  }
}
