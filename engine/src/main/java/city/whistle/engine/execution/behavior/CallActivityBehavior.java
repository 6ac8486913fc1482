package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.execution.Instances;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.ProcessDefinition;
import java.util.List;
import java.util.Map;

/** Starts an instance of another process and waits for it. */
public final class CallActivityBehavior implements Behavior {

  /** Processes that call each other without end stop here. */
  private static final int MAX_DEPTH = 1000;

  private final Scopes scopes;
  private final Evaluator evaluator;
  private final Definitions definitions;
  private final Instances instances;

  public CallActivityBehavior(
      Scopes scopes, Evaluator evaluator, Definitions definitions, Instances instances) {
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.definitions = definitions;
    this.instances = instances;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    Definition.CallActivity call = (Definition.CallActivity) element.definition();
    String processId = evaluator.text(call.processId(), scopes.visibleFrom(instance.key()));
    ProcessDefinition called = find(call, processId, instance);
    if (instances.depth(instance.processInstanceKey()) >= MAX_DEPTH) {
      throw error("The process '%s' is called at a depth of more than %d.", processId, MAX_DEPTH);
    }
    Map<String, Object> variables =
        call.propagateAllParentVariables()
            ? scopes.collect(instance.key(), List.of())
            : scopes.locals(instance.key());
    instances.call(instance, called, variables);
  }

  private ProcessDefinition find(
      Definition.CallActivity call, String processId, ElementInstance instance) {
    ProcessDefinition called =
        definitions
            .process(processId, call.binding(), instance.processDefinitionKey())
            .orElseThrow(
                () ->
                    error(
                        "Expected process '%s' (binding %s) to be deployed, but it is not.",
                        processId, call.binding().type()));
    Definition.Scope scope = (Definition.Scope) definitions.model(called.key()).root().definition();
    if (scope.noneStartId() == null) {
      throw error("The called process '%s' has no none start event.", processId);
    }
    return called;
  }

  private static IncidentException error(String message, Object... values) {
    return new IncidentException(ErrorType.CALLED_ELEMENT_ERROR, message.formatted(values));
  }
}
