package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;
import java.util.Map;

/** The job that an element asks for: type and retries may be FEEL, headers are fixed. */
public record JobSpec(Expression type, Expression retries, Map<String, String> headers) {}
