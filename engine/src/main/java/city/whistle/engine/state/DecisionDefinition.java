package city.whistle.engine.state;

/**
 * A deployed decision.
 *
 * @param versionTag null where the model has none
 */
public record DecisionDefinition(
    long key,
    String decisionId,
    String name,
    int version,
    String versionTag,
    long requirementsKey,
    long deploymentKey)
    implements Row {}
