package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Activation;
import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.ErrorEvents;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Jobs;
import city.whistle.engine.execution.ScopeEnd;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.execution.Signals;
import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.JobSpec;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;

/** Intermediate throw events and end events. */
public final class ThrowEventBehavior implements Behavior {

  private final Turn turn;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final Activation activation;
  private final Jobs jobs;
  private final Signals signals;
  private final ErrorEvents errors;
  private final ScopeEnd scopeEnd;

  public ThrowEventBehavior(
      Turn turn,
      Scopes scopes,
      Evaluator evaluator,
      Definitions definitions,
      Activation activation,
      Jobs jobs,
      Signals signals,
      ErrorEvents errors,
      ScopeEnd scopeEnd) {
    this.turn = turn;
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.activation = activation;
    this.jobs = jobs;
    this.signals = signals;
    this.errors = errors;
    this.scopeEnd = scopeEnd;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    EventDefinition event = eventOf(element);
    if (event instanceof EventDefinition.Message) {
      jobs.create(instance, jobOf(element));
    } else if (event instanceof EventDefinition.Error error) {
      throwError(error, instance);
    } else {
      if (event instanceof EventDefinition.Signal signal) {
        broadcast(signal, instance);
      }
      turn.queue(new Step.Complete(instance.key()));
    }
  }

  private void broadcast(EventDefinition.Signal signal, ElementInstance instance) {
    String name = evaluator.name(signal.name(), scopes.visibleFrom(instance.key()));
    signals.broadcast(name, JsonValue.of(scopes.locals(instance.key())));
  }

  private void throwError(EventDefinition.Error error, ElementInstance instance) {
    String code = evaluator.name(error.code(), scopes.visibleFrom(instance.key()));
    JsonValue variables = JsonValue.of(scopes.locals(instance.key()));
    if (!errors.throwFrom(instance, code, variables)) {
      throw new IncidentException(
          ErrorType.UNHANDLED_ERROR_EVENT,
          "Expected to throw an error event with the code '%s', but no event catches it."
              .formatted(code));
    }
  }

  @Override
  public void left(Element element, ElementInstance instance, ElementInstance scope) {
    EventDefinition event = eventOf(element);
    if (event instanceof EventDefinition.Terminate) {
      scopeEnd.endScope(scope);
    } else if (event instanceof EventDefinition.Link link) {
      activation.activate(scope, targetOf(link, element, instance));
    }
  }

  private Element targetOf(EventDefinition.Link link, Element source, ElementInstance instance) {
    return definitions.model(instance.processDefinitionKey()).elements().values().stream()
        .filter(
            element ->
                source.parentId().equals(element.parentId())
                    && element.definition() instanceof Definition.IntermediateCatchEvent target
                    && link.equals(target.event()))
        .findFirst()
        .orElseThrow();
  }

  private static EventDefinition eventOf(Element element) {
    return element.definition() instanceof Definition.EndEvent end
        ? end.event()
        : ((Definition.IntermediateThrowEvent) element.definition()).event();
  }

  private static JobSpec jobOf(Element element) {
    return element.definition() instanceof Definition.EndEvent end
        ? end.job()
        : ((Definition.IntermediateThrowEvent) element.definition()).job();
  }
}
