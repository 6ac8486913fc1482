package city.whistle.engine.state;

import java.time.Instant;

/**
 * A deployed form.
 *
 * @param versionTag null where the form has none
 * @param schema the form's JSON as it came
 */
public record Form(
    long key,
    String formId,
    int version,
    String versionTag,
    String resourceName,
    String checksum,
    String schema,
    long deploymentKey,
    Instant deployedAt)
    implements Row {}
