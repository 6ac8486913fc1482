package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.model.SequenceFlow;
import city.whistle.engine.outcome.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each element of a process becomes in another; the process itself becomes the other one. */
public final class MigrationPlan {

  private final ProcessModel source;
  private final ProcessModel target;
  private final Map<String, SequenceFlow> sourceFlows;
  private final Map<String, SequenceFlow> targetFlows;
  private final Map<String, String> ids = new HashMap<>();

  public MigrationPlan(ProcessModel source, ProcessModel target) {
    this.source = source;
    this.target = target;
    this.sourceFlows = flows(source);
    this.targetFlows = flows(target);
  }

  private static Map<String, SequenceFlow> flows(ProcessModel model) {
    Map<String, SequenceFlow> flows = new HashMap<>();
    for (Element element : model.elements().values()) {
      element.outgoing().forEach(flow -> flows.put(flow.id(), flow));
    }
    return flows;
  }

  /**
   * Maps an element, or a sequence flow.
   *
   * @throws Rejection where one of them isn't there, or the first is mapped already
   */
  public void map(String sourceId, String targetId) {
    if (!source.elements().containsKey(sourceId) && !sourceFlows.containsKey(sourceId)) {
      throw unknown(source, sourceId, "sourceElementId");
    }
    if (!target.elements().containsKey(targetId) && !targetFlows.containsKey(targetId)) {
      throw unknown(target, targetId, "targetElementId");
    }
    String known = ids.put(sourceId, targetId);
    if (known != null) {
      throw Rejection.invalid(
          "Expected to map each element once, but 'sourceElementId' is twice '%s', mapped to '%s' and to '%s'."
              .formatted(sourceId, known, targetId));
    }
  }

  private static Rejection unknown(ProcessModel model, String id, String field) {
    return Rejection.invalid(
        "Process '%s' has no element '%s', which is a '%s' of the mapping instructions."
            .formatted(model.bpmnProcessId(), id, field));
  }

  Element source(String id) {
    return source.element(id);
  }

  /** The element that this one becomes, empty where it isn't mapped to one. */
  Optional<Element> target(String sourceId) {
    return sourceId.equals(source.bpmnProcessId())
        ? Optional.of(target.root())
        : mapped(sourceId).map(target.elements()::get);
  }

  /** The id of what this element or sequence flow becomes, empty where it isn't mapped. */
  Optional<String> mapped(String sourceId) {
    return Optional.ofNullable(ids.get(sourceId));
  }

  /** The element of the other process. */
  Element ofTarget(String id) {
    return target.element(id);
  }
}
