package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.List;
import java.util.Map;

/** Creates process instances. */
public final class Instances {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Activation activation;
  private final StartVariables startVariables;

  Instances(
      Turn turn,
      Scopes scopes,
      Definitions definitions,
      Activation activation,
      StartVariables startVariables) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.definitions = definitions;
    this.activation = activation;
    this.startVariables = startVariables;
  }

  /** Starts an instance at its none start event. */
  public ProcessInstance start(
      ProcessDefinition definition, Map<String, Object> variables, List<String> tags) {
    ProcessInstance instance = put(definition, tags, null);
    activation.enter(root(instance, definition, variables, null));
    return instance;
  }

  /** Starts an instance at the event that has happened. */
  ProcessInstance startByEvent(
      ProcessDefinition definition, String eventId, JsonValue variables, String correlationKey) {
    ProcessInstance instance = put(definition, List.of(), correlationKey);
    PendingEvent start = new PendingEvent(eventId, variables);
    ElementInstance root = root(instance, definition, Map.of(), start);
    startVariables.take(root);
    activation.enter(root);
    return instance;
  }

  /** The process of a new instance, active, with nothing inside yet. */
  ElementInstance open(
      ProcessDefinition definition, Map<String, Object> variables, List<String> tags) {
    ElementInstance root = root(put(definition, tags, null), definition, variables, null);
    ElementInstance active = root.in(ElementInstance.State.ACTIVE);
    state.elementInstances.put(active);
    return active;
  }

  /** Starts an instance on behalf of a call activity. */
  public void call(
      ElementInstance caller, ProcessDefinition definition, Map<String, Object> variables) {
    ProcessInstance parent = state.processInstances.get(caller.processInstanceKey());
    ProcessInstance instance =
        put(
            definition,
            parent.tags(),
            null,
            parent.key(),
            caller.key(),
            parent.rootProcessInstanceKey());
    activation.enter(root(instance, definition, variables, null));
  }

  /** How many instances are around this one, itself included. */
  public int depth(long processInstanceKey) {
    int depth = 0;
    for (long key = processInstanceKey; key != Row.NONE; depth++) {
      key = state.processInstances.get(key).parentProcessInstanceKey();
    }
    return depth;
  }

  private ProcessInstance put(
      ProcessDefinition definition, List<String> tags, String correlationKey) {
    return put(definition, tags, correlationKey, Row.NONE, Row.NONE, Row.NONE);
  }

  private ProcessInstance put(
      ProcessDefinition definition,
      List<String> tags,
      String correlationKey,
      long parentKey,
      long callerKey,
      long rootKey) {
    long key = turn.nextKey();
    ProcessInstance instance =
        new ProcessInstance(
            key,
            definition.key(),
            definition.bpmnProcessId(),
            definition.version(),
            parentKey,
            callerKey,
            rootKey == Row.NONE ? key : rootKey,
            ProcessInstance.State.ACTIVE,
            tags,
            correlationKey,
            turn.now(),
            null);
    state.processInstances.put(instance);
    return instance;
  }

  private ElementInstance root(
      ProcessInstance instance,
      ProcessDefinition definition,
      Map<String, Object> variables,
      PendingEvent start) {
    ProcessModel model = definitions.model(definition.key());
    ElementInstance root =
        activation.activateRoot(instance.key(), definition.key(), model.root(), start);
    scopes.setLocals(root, variables);
    return root;
  }
}
