package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import java.util.List;

/**
 * An input or output mapping.
 *
 * @param target the variable's name and, after it, the path into its value; never empty
 */
public record Mapping(Expression source, List<String> target) {}
