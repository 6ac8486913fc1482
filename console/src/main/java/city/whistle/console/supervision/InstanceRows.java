package city.whistle.console.supervision;

import city.whistle.console.supervision.Drawings.Mark;
import city.whistle.console.supervision.InstancePage.Hindrance;
import city.whistle.console.supervision.InstancePage.Part;
import city.whistle.console.supervision.InstancePage.Step;
import city.whistle.console.supervision.InstancePage.Value;
import city.whistle.console.supervision.InstancePage.Work;
import city.whistle.console.supervision.ProcessPage.Drawing;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of what the engine knows of an instance what people read. */
@Component
class InstanceRows {

  private static final int VALUE_MAX = 120;

  private final EngineInstances engine;
  private final Drawings drawings;

  InstanceRows(EngineInstances engine, Drawings drawings) {
    this.engine = engine;
    this.drawings = drawings;
  }

  /** One part for each step that people know, and one for all that the program did in between. */
  List<Part> path(DrawnProcess drawn, List<ElementInstance> elements, Map<Long, StepTask> tasks) {
    List<Part> parts = new ArrayList<>();
    for (ElementInstance element : elements) {
      Step step = step(drawn, element, tasks.get(element.getElementInstanceKey()));
      boolean system =
          drawn.isSystem(element.getElementId()) && !step.hindered() && !isRunning(element);
      Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (system && last != null && last.system()) {
        last.steps().add(step);
      } else {
        parts.add(new Part(system, new ArrayList<>(List.of(step))));
      }
    }
    return parts;
  }

  private static Step step(DrawnProcess drawn, ElementInstance element, StepTask task) {
    DrawnProcess.Element drawnAs = drawn.elements().get(element.getElementId());
    return new Step(
        element.getElementId(),
        drawn.nameOf(element.getElementId()),
        drawnAs == null ? "task" : drawnAs.kind(),
        element.getState().name().toLowerCase(Locale.ROOT),
        isHindered(element),
        CityTime.inCity(element.getStartDate()),
        element.getEndDate() == null
            ? null
            : Duration.between(element.getStartDate(), element.getEndDate()),
        task == null ? null : task.by(),
        task == null ? null : task.late());
  }

  private static boolean isRunning(ElementInstance element) {
    return element.getState() == ElementInstanceState.ACTIVE;
  }

  private static boolean isHindered(ElementInstance element) {
    return isRunning(element) && Boolean.TRUE.equals(element.getIncident());
  }

  Drawing drawing(DrawnProcess drawn, List<ElementInstance> elements, List<String> flows) {
    Map<String, List<ElementInstance>> byId =
        elements.stream()
            .collect(
                Collectors.groupingBy(
                    ElementInstance::getElementId, LinkedHashMap::new, Collectors.toList()));
    return drawings.ofPath(
        drawn,
        byId.entrySet().stream().map(one -> mark(one.getKey(), one.getValue())).toList(),
        flows);
  }

  private static Mark mark(String id, List<ElementInstance> all) {
    long hindered = all.stream().filter(InstanceRows::isHindered).count();
    return new Mark(
        id,
        all.stream().filter(InstanceRows::isRunning).count() - hindered,
        hindered,
        -1,
        all.stream().anyMatch(one -> one.getState() == ElementInstanceState.COMPLETED));
  }

  List<Hindrance> incidents(DrawnProcess drawn, long key) {
    return engine.incidents(key).stream()
        .map(
            one ->
                new Hindrance(
                    one.getElementId(),
                    drawn.nameOf(one.getElementId()),
                    one.getErrorType().name(),
                    one.getErrorMessage(),
                    CityTime.inCity(one.getCreationTime())))
        .toList();
  }

  List<Work> jobs(DrawnProcess drawn, long key) {
    return engine.jobs(key).stream()
        .map(
            one ->
                new Work(
                    one.getType(),
                    one.getElementId(),
                    drawn.nameOf(one.getElementId()),
                    one.getState().name().toLowerCase(Locale.ROOT),
                    one.getRetries(),
                    one.getWorker() == null ? "" : one.getWorker(),
                    one.getErrorMessage()))
        .toList();
  }

  List<Value> variables(DrawnProcess drawn, long key, List<ElementInstance> elements) {
    Map<Long, String> elementOf =
        elements.stream()
            .collect(
                Collectors.toMap(
                    ElementInstance::getElementInstanceKey, ElementInstance::getElementId));
    return engine.variables(key).stream()
        .map(one -> value(drawn, one, elementOf.get(one.getScopeKey())))
        .toList();
  }

  private static Value value(DrawnProcess drawn, Variable one, String element) {
    boolean cut = Boolean.TRUE.equals(one.isTruncated()) || one.getValue().length() > VALUE_MAX;
    return new Value(
        one.getVariableKey(),
        one.getName(),
        element,
        element == null ? null : drawn.nameOf(element),
        cut
            ? one.getValue().substring(0, Math.min(VALUE_MAX, one.getValue().length()))
            : one.getValue(),
        cut);
  }
}
