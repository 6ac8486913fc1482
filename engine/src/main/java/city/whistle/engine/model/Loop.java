package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;

/**
 * Multi-instance characteristics of an activity.
 *
 * @param inputElement name of the variable for the current item, null for none
 * @param outputCollection name of the list of results, null for none
 * @param outputElement the result of one inner instance, null exactly where outputCollection is
 * @param outputVariable the variable that outputElement is, or is a path into: each inner instance
 *     has its own; null where outputElement is anything else, or null
 * @param completionCondition null for none
 */
public record Loop(
    boolean sequential,
    Expression inputCollection,
    String inputElement,
    String outputCollection,
    Expression outputElement,
    String outputVariable,
    Expression completionCondition) {}
