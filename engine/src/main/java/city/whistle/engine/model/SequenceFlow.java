package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;

/**
 * A sequence flow.
 *
 * @param condition null where the flow has none
 */
public record SequenceFlow(String id, String sourceId, String targetId, Expression condition) {}
