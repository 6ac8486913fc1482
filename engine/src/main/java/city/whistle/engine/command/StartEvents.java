package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Subscriptions;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ProcessDefinition;
import java.util.ArrayList;
import java.util.List;

/** Start events that wait for messages, signals or times: only the latest version's do. */
final class StartEvents {

  private final Components components;

  StartEvents(Components components) {
    this.components = components;
  }

  void closeLatest(String bpmnProcessId) {
    components
        .definitions
        .latestProcess(bpmnProcessId)
        .ifPresent(
            latest -> {
              components.messages.unsubscribeStart(latest.key());
              components.signals.unsubscribeStart(latest.key());
              components.timers.stopForProcess(latest.key());
            });
  }

  /**
   * Nobody could mend what a start event waits for, so one that waits for nothing is refused.
   *
   * @throws InvalidModelException with every start event whose message, signal or time has no value
   */
  void open(ProcessDefinition definition, ProcessModel model) {
    Definition.Scope scope = (Definition.Scope) model.root().definition();
    List<String> mistakes = new ArrayList<>();
    for (String startId : scope.startIds()) {
      try {
        open(definition, model.element(startId));
      } catch (IncidentException e) {
        mistakes.add(
            "%s (bpmn:startEvent): %s; there are no variables before the start"
                .formatted(startId, e.getMessage()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidModelException(definition.resourceName(), mistakes);
    }
  }

  private void open(ProcessDefinition definition, Element start) {
    EventDefinition event = Subscriptions.eventOf(start);
    if (event instanceof EventDefinition.Message message) {
      String name = components.evaluator.name(message.name(), VariableSource.EMPTY);
      components.messages.subscribeStart(definition.key(), definition.bpmnProcessId(), start, name);
    } else if (event instanceof EventDefinition.Signal signal) {
      String name = components.evaluator.name(signal.name(), VariableSource.EMPTY);
      components.signals.subscribeStart(definition.key(), definition.bpmnProcessId(), start, name);
    } else if (event instanceof EventDefinition.Timer timer) {
      components.timers.startForProcess(definition.key(), start, timer);
    }
  }
}
