package city.whistle.engine.state;

import city.whistle.engine.model.Binding;
import java.time.Instant;

/**
 * A deployed process.
 *
 * @param versionTag null where the model has none
 * @param checksum of the resource, in hex: unchanged content is recognised by it
 * @param xml the resource as it came
 * @param startFormId of the form at the none start event, null where there is none
 * @param startFormVersionTag null where the binding is to none
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
    Instant deployedAt,
    String startFormId,
    Binding.Type startFormBinding,
    String startFormVersionTag)
    implements Row {}
