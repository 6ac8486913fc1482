package city.whistle.engine.model;

import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Builds a process model from a process that has been checked. */
final class ProcessReader {

  private final ExtensionReader extensions;
  private final EventReader events;
  private final TaskReader tasks;
  private final Map<String, Element> elements = new LinkedHashMap<>();

  private ProcessReader(ExpressionEngine engine) {
    this.extensions = new ExtensionReader(engine);
    this.events = new EventReader(extensions);
    this.tasks = new TaskReader(extensions, events);
  }

  static ProcessModel read(Process process, ExpressionEngine engine) {
    ProcessReader reader = new ProcessReader(engine);
    reader.readProcess(process);
    String versionTag =
        ExtensionReader.extension(process, ZeebeVersionTag.class)
            .map(ZeebeVersionTag::getValue)
            .orElse(null);
    return new ProcessModel(
        process.getId(),
        process.getName(),
        ExtensionReader.textOrNull(versionTag),
        startForm(process),
        Collections.unmodifiableMap(reader.elements));
  }

  private void readProcess(Process process) {
    elements.put(
        process.getId(),
        new Element(
            process.getId(),
            process.getName(),
            ElementType.PROCESS,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            extensions.executionListeners(process),
            null,
            List.of(),
            eventSubProcessStartIds(process),
            scope(process)));
    readChildren(process);
  }

  private void readChildren(BaseElement scope) {
    Flows flows = new Flows(scope, extensions);
    Map<String, List<String>> boundaryIds = boundaryIds(scope);
    for (FlowNode node : scope.getChildElementsByType(FlowNode.class)) {
      List<String> attached = boundaryIds.getOrDefault(node.getId(), List.of());
      elements.put(node.getId(), element(node, scope.getId(), flows, attached));
      if (node instanceof SubProcess) {
        readChildren(node);
      }
    }
  }

  private Element element(FlowNode node, String parentId, Flows flows, List<String> boundaryIds) {
    return new Element(
        node.getId(),
        node.getName(),
        ElementTypes.of(node).orElseThrow(),
        parentId,
        flows.incoming(node.getId()),
        flows.outgoing(node.getId()),
        extensions.inputs(node),
        extensions.outputs(node),
        extensions.executionListeners(node),
        node instanceof Activity activity ? extensions.loop(activity) : null,
        boundaryIds,
        node instanceof SubProcess ? eventSubProcessStartIds(node) : List.of(),
        definition(node, flows));
  }

  private Definition definition(FlowNode node, Flows flows) {
    if (node instanceof SubProcess) {
      return scope(node);
    }
    if (node instanceof Event event) {
      return events.read(event);
    }
    if (node instanceof Gateway gateway) {
      return GatewayReader.read(gateway, flows);
    }
    return tasks.read((Activity) node);
  }

  /** Null where there is none. */
  private static StartForm startForm(Process process) {
    return noneStart(process)
        .flatMap(start -> ExtensionReader.extension(start, ZeebeFormDefinition.class))
        .filter(form -> ExtensionReader.textOrNull(form.getFormId()) != null)
        .map(
            form ->
                new StartForm(
                    form.getFormId(),
                    ExtensionReader.binding(form.getBindingType(), form.getVersionTag())))
        .orElse(null);
  }

  private static Optional<StartEvent> noneStart(ModelElementInstance scope) {
    return scope.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getEventDefinitions().isEmpty())
        .findFirst();
  }

  private static Definition.Scope scope(ModelElementInstance scope) {
    var starts = scope.getChildElementsByType(StartEvent.class);
    String noneStartId = noneStart(scope).map(StartEvent::getId).orElse(null);
    return new Definition.Scope(noneStartId, starts.stream().map(StartEvent::getId).toList());
  }

  /** By the activity that they are attached to; looked for once, for scopes may be large. */
  private static Map<String, List<String>> boundaryIds(ModelElementInstance scope) {
    return scope.getChildElementsByType(BoundaryEvent.class).stream()
        .collect(
            Collectors.groupingBy(
                event -> event.getAttachedTo().getId(),
                Collectors.mapping(BoundaryEvent::getId, Collectors.toUnmodifiableList())));
  }

  private static List<String> eventSubProcessStartIds(ModelElementInstance scope) {
    return scope.getChildElementsByType(SubProcess.class).stream()
        .filter(SubProcess::triggeredByEvent)
        .flatMap(subProcess -> subProcess.getChildElementsByType(StartEvent.class).stream())
        .map(StartEvent::getId)
        .toList();
  }
}
