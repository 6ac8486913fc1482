package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;

/** A variable in its scope, which is an element instance or, for the process, its instance. */
public record Variable(
    long key,
    long processInstanceKey,
    String bpmnProcessId,
    long scopeKey,
    String name,
    JsonValue value)
    implements Row {

  @Override
  public int weight() {
    return 1 + value.length() / 1024;
  }

  public Variable with(JsonValue next) {
    return new Variable(key, processInstanceKey, bpmnProcessId, scopeKey, name, next);
  }

  /** The same, in an instance of another process. */
  public Variable migrated(ProcessDefinition to) {
    return new Variable(key, processInstanceKey, to.bpmnProcessId(), scopeKey, name, value);
  }
}
