package city.whistle.engine.command;

import city.whistle.engine.outcome.Effect;
import java.util.List;

/** A command that was done in memory: its answer and effects are for after the commit. */
public record Processed<A>(A answer, List<Effect> effects) {}
