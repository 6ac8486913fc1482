package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads what Camunda puts into an element's extension elements. The file has been checked. */
final class ExtensionReader {

  private static final String NULL = "=null";

  private final ExpressionEngine engine;

  ExtensionReader(ExpressionEngine engine) {
    this.engine = engine;
  }

  static <T extends ModelElementInstance> Optional<T> extension(
      BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null
        ? Optional.empty()
        : element.getExtensionElements().getChildElementsByType(type).stream().findFirst();
  }

  Expression expression(String text) {
    return engine.parse(text.strip());
  }

  /** Null where there is no text. */
  Expression expressionOrNull(String text) {
    return text == null || text.isBlank() ? null : expression(text);
  }

  /** Empty where the element has no task definition. */
  Optional<JobSpec> job(BaseElement element) {
    return extension(element, ZeebeTaskDefinition.class)
        .map(definition -> job(definition.getType(), definition.getRetries(), headers(element)));
  }

  private JobSpec job(String type, String retries, Map<String, String> headers) {
    return new JobSpec(expression(type), expression(retries), headers);
  }

  Map<String, String> headers(BaseElement element) {
    Map<String, String> headers = new LinkedHashMap<>();
    extension(element, ZeebeTaskHeaders.class)
        .map(ZeebeTaskHeaders::getHeaders)
        .ifPresent(all -> all.forEach(header -> addHeader(headers, header)));
    return Collections.unmodifiableMap(headers);
  }

  private static void addHeader(Map<String, String> headers, ZeebeHeader header) {
    String key = header.getKey();
    if (key != null && !key.isEmpty() && header.getValue() != null) {
      headers.put(key, header.getValue());
    }
  }

  List<Mapping> inputs(BaseElement element) {
    return extension(element, ZeebeIoMapping.class)
        .map(mapping -> mappings(mapping.getInputs()))
        .orElse(List.of());
  }

  List<Mapping> outputs(BaseElement element) {
    return extension(element, ZeebeIoMapping.class)
        .map(mapping -> mappings(mapping.getOutputs()))
        .orElse(List.of());
  }

  private List<Mapping> mappings(Collection<? extends ZeebeMapping> mappings) {
    return mappings.stream()
        .map(it -> new Mapping(source(it.getSource()), List.of(it.getTarget().split("\\."))))
        .toList();
  }

  /** An input without a source maps null (camunda 12961). */
  private Expression source(String text) {
    return engine.parse(text == null || text.isEmpty() ? NULL : text);
  }

  List<Listener> executionListeners(BaseElement element) {
    return extension(element, ZeebeExecutionListeners.class)
        .map(all -> all.getExecutionListeners().stream().map(this::executionListener).toList())
        .orElse(List.of());
  }

  private Listener executionListener(ZeebeExecutionListener listener) {
    boolean start = listener.getEventType() == ZeebeExecutionListenerEventType.start;
    return new Listener(
        start ? Listener.Event.START : Listener.Event.END,
        job(listener.getType(), listener.getRetries(), Map.of()));
  }

  List<Listener> taskListeners(BaseElement element) {
    return extension(element, ZeebeTaskListeners.class)
        .map(all -> all.getTaskListeners().stream().map(this::taskListener).toList())
        .orElse(List.of());
  }

  private Listener taskListener(ZeebeTaskListener listener) {
    return new Listener(
        event(listener.getEventType()), job(listener.getType(), listener.getRetries(), Map.of()));
  }

  @SuppressWarnings("deprecation")
  private static Listener.Event event(ZeebeTaskListenerEventType type) {
    return switch (type) {
      case create, creating -> Listener.Event.CREATING;
      case assignment, assigning -> Listener.Event.ASSIGNING;
      case update, updating -> Listener.Event.UPDATING;
      case complete, completing -> Listener.Event.COMPLETING;
      case cancel, canceling -> Listener.Event.CANCELING;
    };
  }

  static Binding binding(ZeebeBindingType type, String versionTag) {
    return switch (type) {
      case latest -> Binding.LATEST;
      case deployment -> Binding.DEPLOYMENT;
      case versionTag -> new Binding(Binding.Type.VERSION_TAG, versionTag);
    };
  }

  /** Null where the activity runs once. */
  Loop loop(Activity activity) {
    if (!(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
      return null;
    }
    ZeebeLoopCharacteristics zeebe = extension(loop, ZeebeLoopCharacteristics.class).orElseThrow();
    Expression completionCondition =
        loop.getCompletionCondition() == null
            ? null
            : expressionOrNull(loop.getCompletionCondition().getTextContent());
    Expression outputElement = expressionOrNull(zeebe.getOutputElement());
    return new Loop(
        loop.isSequential(),
        expression(zeebe.getInputCollection()),
        textOrNull(zeebe.getInputElement()),
        textOrNull(zeebe.getOutputCollection()),
        outputElement,
        outputElement == null ? null : engine.variableOf(outputElement).orElse(null),
        completionCondition);
  }

  static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
