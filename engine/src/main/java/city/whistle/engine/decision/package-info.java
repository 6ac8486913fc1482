/** Decisions: compiled requirements graphs and their evaluation. */
package city.whistle.engine.decision;
