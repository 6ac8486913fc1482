/**
 * What a command leads to: effects that are told after its commit, or a rejection that says why it
 * can't be done.
 */
package city.whistle.engine.outcome;
