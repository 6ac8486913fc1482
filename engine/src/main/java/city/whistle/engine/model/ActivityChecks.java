package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.util.ModelUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * In the place of Camunda's {@code ActivityValidator}, which looks through all boundary events of
 * the model for each of its activities: what it finds takes one walk.
 */
final class ActivityChecks {

  private final Map<Activity, List<EventDefinition>> attached = new LinkedHashMap<>();
  private final Mistakes mistakes;

  private ActivityChecks(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  static void check(BpmnModelInstance model, Mistakes mistakes) {
    ActivityChecks checks = new ActivityChecks(mistakes);
    new ModelWalker(model).walk(checks::visit);
    checks.attached.forEach(checks::attached);
  }

  private void attached(Activity activity, List<EventDefinition> events) {
    ModelUtil.verifyNoDuplicatedEventDefinition(events, text -> mistakes.add(activity, text));
    Set<String> codes = new HashSet<>();
    for (EventDefinition event : events) {
      if (event instanceof ErrorEventDefinition error && !codes.add(code(error))) {
        mistakes.add(
            activity,
            "Multiple error catch events with the same error code '%s' are not supported on the same activity."
                .formatted(code(error)));
      }
    }
  }

  /** Empty for an event that catches every error. */
  private static String code(ErrorEventDefinition event) {
    return event.getError() == null ? "" : Objects.toString(event.getError().getErrorCode(), "");
  }

  private void visit(BpmnModelElementInstance element) {
    if (element instanceof BoundaryEvent event && event.getAttachedTo() != null) {
      attached
          .computeIfAbsent(event.getAttachedTo(), activity -> new ArrayList<>())
          .addAll(event.getEventDefinitions());
    }
    if (element instanceof Activity activity
        && (activity.getId() == null || activity.getId().isEmpty())) {
      mistakes.add(activity, "Element id must be present and not empty.");
    }
  }
}
