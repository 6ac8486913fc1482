package city.whistle.engine.state;

import java.time.Instant;

/** A deployed decision requirements graph, the resource of its decisions. */
public record DecisionRequirements(
    long key,
    String requirementsId,
    String name,
    int version,
    String resourceName,
    String checksum,
    String xml,
    long deploymentKey,
    Instant deployedAt)
    implements Row {}
