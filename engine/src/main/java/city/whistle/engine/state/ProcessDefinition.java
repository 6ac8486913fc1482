package city.whistle.engine.state;

import java.time.Instant;

/**
 * A deployed process.
 *
 * @param versionTag null where the model has none
 * @param checksum of the resource, in hex: unchanged content is recognised by it
 * @param xml the resource as it came
 */
public record ProcessDefinition(
    long key,
    String bpmnProcessId,
    String name,
    int version,
    String versionTag,
    String resourceName,
    String checksum,
    String xml,
    long deploymentKey,
    Instant deployedAt)
    implements Row {}
