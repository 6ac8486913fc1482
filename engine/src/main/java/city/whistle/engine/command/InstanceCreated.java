package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An instance that was started.
 *
 * @param result the root variables at its completion, once that is committed; fails with a
 *     Rejection where the instance is terminated; null where nobody asked for it
 */
public record InstanceCreated(
    long processInstanceKey,
    long processDefinitionKey,
    String bpmnProcessId,
    int version,
    List<String> tags,
    CompletableFuture<JsonValue> result) {}
