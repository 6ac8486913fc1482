package city.whistle.engine.state;

import java.time.Instant;

/** One deployment of one or more resources. */
public record Deployment(long key, Instant deployedAt) implements Row {}
