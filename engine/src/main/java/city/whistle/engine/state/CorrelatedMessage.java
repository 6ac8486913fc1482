package city.whistle.engine.state;

import java.time.Instant;

/**
 * A message that reached somebody: history.
 *
 * @param correlationKey null or empty where the message had none
 * @param elementInstanceKey NONE where it started the instance
 */
public record CorrelatedMessage(
    long key,
    long messageKey,
    String messageName,
    String correlationKey,
    long subscriptionKey,
    long elementInstanceKey,
    String elementId,
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    Instant correlatedAt)
    implements Row {}
