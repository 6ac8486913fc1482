/** Expressions, parsed once, evaluated over the variables of a scope. */
package city.whistle.engine.expression;
