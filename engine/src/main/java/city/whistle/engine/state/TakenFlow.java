package city.whistle.engine.state;

/** A sequence flow that was taken: history. */
public record TakenFlow(
    long key,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    String flowId)
    implements Row {}
